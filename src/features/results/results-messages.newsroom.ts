import { newsroomTexts } from '../../design/newsroom/newsroom-texts.ts'

export const resultsTexts = newsroomTexts({
  en: {
    results: 'Results',
    intro:
      'All of this is added up from the ledger as you look at it. Money is net of what was given back, in the month in which it was given back.',
    nothing: 'Nothing to add up yet',
    nothingHint: 'Figures appear with the first reader who joins, gives, or buys a gift.',
    months: 'Months',
    span: (n: number) => `The last ${n} months`,
    show: 'Show',
    month: 'Month',
    soFar: (month: string) => `${month}, so far`,

    members: 'Members',
    membersChart: 'Members in force at the end of each month',
    began: 'New',
    returned: 'Came back',
    ended: 'Lost',
    inForce: 'In force',
    movesChart: 'New and lost members by month',

    money: 'Money',
    moneyChart: (currency: string) => `What stayed of each month in ${currency}, before fees`,
    received: 'Received',
    givenBack: 'Given back',
    fees: 'Fees',
    net: 'What stayed',

    retention: 'Who stays',
    retentionIntro:
      'Of those who joined in a month, how many were still members so many months later. A month appears once that time has come for all of them.',
    joined: 'Joined',
    after: (n: number) => (n === 1 ? 'after 1 month' : `after ${n} months`),
    tooEarly: 'Nobody joined in these months, or not long enough ago.',

    origins: 'What brought it',
    originsIntro: 'Payments and memberships by the campaign and the appeal whose button was pressed.',
    byItself: 'No appeal',
    campaign: 'Campaign',
    appeal: 'Appeal',
    amount: 'Money',
    newMembers: 'New members',
    gifts: 'Gifts',
  },
})

import type { DemoAuthor } from './demo-types.ts'

export const authors: DemoAuthor[] = [
  {
    slug: 'maeve-carrigan',
    name: 'Maeve Carrigan',
    role: 'Editor',
    bio: 'Maeve began as a copy-taker on a paper that no longer exists and was one of the nine people who founded this one in the back room of a chandler’s. She edits, writes the occasional opinion piece and answers most letters herself, usually after ten at night. She was born on Ropewalk Lane and has moved house four times without leaving it.',
    email: 'maeve.carrigan@wrenmouth-lantern.example',
    picture: 'author-maeve-carrigan',
  },
  {
    slug: 'tomas-vell',
    name: 'Tomas Vell',
    role: 'Town hall reporter',
    bio: 'Tomas has sat through 214 meetings of the town council, by his own count, and has been asked to leave two. He was an auditor before he was a reporter and still reads a report from the appendix forwards. He keeps bees, badly.',
    email: 'tomas.vell@wrenmouth-lantern.example',
    picture: 'author-tomas-vell',
  },
  {
    slug: 'ines-okafor-lund',
    name: 'Ines Okafor-Lund',
    role: 'Environment reporter',
    bio: 'Ines covers the estuary, the farms and whatever the weather has done. She trained as a hydrologist, which she says is useful about twice a year. She has a plot at Fairlea Lane and declares it whenever she writes about allotments.',
    email: 'ines.okafor-lund@wrenmouth-lantern.example',
    picture: 'author-ines-okafor-lund',
  },
  {
    slug: 'daniel-prouse',
    name: 'Daniel Prouse',
    role: 'Harbour and business reporter',
    bio: 'Daniel crewed on a crabber for three seasons before he decided that writing about it was warmer. He reports on the port, the boats and the firms that live off both. He gets seasick and would rather readers heard it from him.',
    email: 'daniel.prouse@wrenmouth-lantern.example',
    picture: 'author-daniel-prouse',
  },
  {
    slug: 'salma-haddad',
    name: 'Salma Haddad',
    role: 'Northfield and schools reporter',
    bio: 'Salma writes in English and in Arabic, and sometimes the same story in both. She came to Northfield at eleven, learned English from the shipping forecast and taught mathematics for six years before joining the paper. Her mother reads everything first.',
    email: 'salma.haddad@wrenmouth-lantern.example',
    picture: 'author-salma-haddad',
  },
  {
    slug: 'wilf-arden',
    name: 'Wilf Arden',
    role: 'Culture and sport',
    bio: 'Wilf has reviewed every production at the Regal since he was nineteen, including the six years when there were none, which he filled with football. He covers Wrenmouth Rovers home and away. He does not own a car and has strong opinions about replacement buses.',
    email: 'wilf.arden@wrenmouth-lantern.example',
    picture: 'author-wilf-arden',
  },
]

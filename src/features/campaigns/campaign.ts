export { type Campaign, type Goal, type GoalKind, goalKinds, type Moment, momentOf } from './campaign-goal.ts'

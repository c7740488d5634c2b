export { type AnswerPlan, answerAppeal } from './answer.ts';
export { applyDecision, type DecisionPlan } from './decide.ts';
export type { DecisionRow } from './decision-store.ts';
export { appealsOf, decisionColumns } from './decision-store.ts';
export { ruleOf } from './look.ts';
export { slotsPerDay } from './policy.ts';
export { presentDecision, settledSlot } from './present.ts';
export { stateName, stateOf } from './standing.ts';
export { type UndoPlan, undoDecision } from './undo.ts';

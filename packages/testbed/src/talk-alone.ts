/** The anonymous plane alone, with a stand-in for the issuer: for programs in which hundreds hold credentials and nobody has an account. */
export { Clerk, deskSettings, hire, webOrigin } from '@teahouse/talk/testing-clerk';
export {
  directory,
  type Founding,
  startTown as startTalkAlone,
  type Town as TalkAlone,
} from '@teahouse/talk/testing-town';

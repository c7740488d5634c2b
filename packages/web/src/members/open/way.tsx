import { lazy, Suspense } from 'react';
import { loadHiringWords } from '../hiring-words.ts';

const Setting = lazy(async () => {
  const [{ OpenSetting }] = await Promise.all([import('./setting.tsx'), loadHiringWords()]);
  return { default: OpenSetting };
});
const Mark = lazy(async () => {
  const [{ OpenMark }] = await Promise.all([import('./mark.tsx'), loadHiringWords()]);
  return { default: OpenMark };
});

/** Whether recruiters find the member, on the own page. */
export const OpenSettingWay = () => (
  <Suspense>
    <Setting />
  </Suspense>
);

/** That a member is open to work, on their page, for recruiters who may know. */
export const OpenMarkWay = ({ member }: { member: { id: string; name: string } }) => (
  <Suspense>
    <Mark member={member} />
  </Suspense>
);

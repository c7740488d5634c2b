import type { Label, LabelTone } from '@teahouse/contract/members';

/** Of the palette, by day and by lamp: the dot alone is coloured, so that the words can be read on every ground. */
export const dots: Readonly<Record<LabelTone, string>> = {
  celadon: 'bg-celadon',
  indigo: 'bg-[light-dark(#4a5fb0,#a3b1ee)]',
  amber: 'bg-[light-dark(#b07a1c,#e3b45d)]',
  rose: 'bg-cinnabar',
  slate: 'bg-[light-dark(#6b7280,#a7adb8)]',
};

export const Dot = ({ tone }: { tone: LabelTone }) => (
  <span aria-hidden="true" className={`h-2 w-2 flex-none rounded-full ${dots[tone]}`} />
);

/** A label as it lies on a card. */
export const LabelChip = ({ label }: { label: Label }) => (
  <span className="inline-flex max-w-28 items-center gap-1.5 rounded-full bg-paper-2 px-2 text-[0.75rem] leading-5 text-ink">
    <Dot tone={label.tone} />
    <span className="truncate">{label.name}</span>
  </span>
);

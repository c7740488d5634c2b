import type { LabelOption, LabelsSnapshot, Teahouse } from '@teahouse/client';
import { useEffect, useMemo, useState } from 'react';
import { useObserved } from '../../holder/use-holder.ts';

export interface LabelChoiceState {
  readonly labels: LabelsSnapshot | undefined;
  /** What will be shown; undefined until the counts have come or when there is no credential. */
  readonly chosen: LabelOption | undefined;
  /** The narrowest label was too narrow, so a wider one stands there by itself. */
  readonly widened: boolean;
  readonly choose: (option: LabelOption) => void;
  readonly error: unknown;
}

const colleaguesOnly = (labels: LabelsSnapshot, company: string): LabelsSnapshot => ({
  ...labels,
  options: labels.options.filter((option) => option.kind === 'company' && option.company === company),
});

/**
 * The labels that the wallet allows and the one that is chosen: the narrowest at or above the floor to begin with. In a
 * room for the colleagues of `inside` theirs is the only one.
 */
export function useLabelChoice(client: Teahouse, inside?: string): LabelChoiceState {
  const all = useObserved(client.labels);
  const labels = useMemo(() => (inside && all ? colleaguesOnly(all, inside) : all), [all, inside]);
  const [picked, setPicked] = useState<LabelOption>();
  const [error, setError] = useState<unknown>();
  useEffect(() => {
    client.labels.load().then(() => setError(undefined), setError);
  }, [client]);
  const same = (option: LabelOption) => option.kind === picked?.kind && option.company === picked.company;
  const allowed = labels?.options.filter((option) => option.allowed) ?? [];
  const chosen = allowed.find(same) ?? allowed[0];
  const widened = picked === undefined && chosen !== undefined && chosen !== labels?.options[0];
  return { labels, chosen, widened, choose: setPicked, error };
}

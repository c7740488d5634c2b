import type { Directory } from '@teahouse/contract/issuer';
import {
  type Label,
  type LabelKind,
  labelBytes,
  labelFor,
  labelKinds,
  matching,
  toBase64url,
} from '@teahouse/protocol';
import { clientError } from '../errors.ts';
import { createCell, type Observable } from '../observable.ts';
import type { StoredCredential } from '../wallet/credentials.ts';
import type { Wallet } from '../wallet/wallet.ts';
import type { World, Worlds } from './world.ts';

/** What a person wishes to be seen as; `company` says by which employment, where there are several. */
export interface LabelChoice {
  readonly kind: LabelKind;
  readonly company?: string;
}
export interface LabelOption {
  readonly kind: LabelKind;
  /** Company of the credential it is made from; disclosed by the kind `company` only. */
  readonly company: string;
  readonly industry: string;
  readonly label: Label;
  /** How many credentials could have written under this label: the meter. */
  readonly n: number;
  /** At or above the floor. `alias` is always allowed. */
  readonly allowed: boolean;
}
export interface LabelsSnapshot {
  readonly floor: number;
  readonly instance: string;
  /** Names of companies and industries, as the issuer's log holds them. */
  readonly directory: Directory;
  /** Narrowest kind first. */
  readonly options: readonly LabelOption[];
}
export interface ResolvedLabel {
  readonly option: LabelOption;
  readonly credential: StoredCredential;
  /** Whether it is wider than what was wished. */
  readonly widened: boolean;
}
export interface Labels extends Observable<LabelsSnapshot | undefined> {
  /** Loads floor and counts from talk, where they are older than a minute. */
  load(): Promise<void>;
  /**
   * The wished label, or the first wider one at or above the floor. Throws `credential-missing`,
   * `label-unavailable` (no credential of that company, or nothing loaded).
   */
  resolve(choice: LabelChoice): ResolvedLabel;
  /** The next wider option than this kind that is allowed; null after `alias`. */
  wider(choice: LabelChoice): LabelOption | null;
}

function optionOf(kind: LabelKind, credential: StoredCredential, { info, issuer }: World): LabelOption {
  const { epoch, company, industry, standing } = credential;
  const label = labelFor(kind, { epoch, company, industry, standing });
  const n = matching(label, issuer.counts);
  return { kind, company, industry, label, n, allowed: kind === 'alias' || n >= info.floor };
}

/** One option for each (kind, disclosed tuple), narrowest first. */
export function labelOptions(credentials: readonly StoredCredential[], world: World): LabelOption[] {
  const all = labelKinds.flatMap((kind) =>
    credentials.map((credential) => optionOf(kind, credential, world)),
  );
  const byLabel = new Map(all.toReversed().map((option) => [toBase64url(labelBytes(option.label)), option]));
  return all.filter((option) => byLabel.get(toBase64url(labelBytes(option.label))) === option);
}

/** Labels that the wallet's credentials allow, with the anonymity meter. protocol.md "Parameters", product.md T5. */
export function createLabels(wallet: Wallet, worlds: Worlds): Labels {
  const cell = createCell<LabelsSnapshot | undefined>(undefined);

  /** Credentials that may speak: of a current employment, one per company, of the newest epoch that counts. */
  function speaking(): StoredCredential[] {
    const current = wallet.usable().filter(({ standing }) => standing === 'current');
    return current.filter((one) => current.find(({ company }) => company === one.company) === one);
  }
  function view(world: World): LabelsSnapshot {
    const { floor, instance } = world.info;
    return { floor, instance, directory: world.directory, options: labelOptions(speaking(), world) };
  }
  function chosen({ company }: LabelChoice): StoredCredential {
    const credentials = speaking();
    const credential =
      company === undefined ? credentials[0] : credentials.find((one) => one.company === company);
    if (credential) return credential;
    throw clientError(credentials.length === 0 ? 'credential-missing' : 'label-unavailable');
  }
  function allowedFrom(kinds: readonly LabelKind[], credential: StoredCredential): LabelOption | null {
    const world = worlds.last();
    if (!world) throw clientError('label-unavailable', 'load() first');
    return kinds.map((kind) => optionOf(kind, credential, world)).find(({ allowed }) => allowed) ?? null;
  }

  wallet.subscribe(() => {
    const world = worlds.last();
    cell.set(world && wallet.snapshot().exists ? view(world) : undefined);
  });
  return {
    subscribe: cell.subscribe,
    snapshot: cell.snapshot,
    async load() {
      const world = await worlds.loadWith(wallet.usable().map(({ epoch }) => epoch));
      wallet.noteIssued(world.issuer.issued);
      cell.set(view(world));
    },
    resolve(choice) {
      const credential = chosen(choice);
      const option = allowedFrom(labelKinds.slice(labelKinds.indexOf(choice.kind)), credential);
      if (!option) throw clientError('label-unavailable');
      return { option, credential, widened: option.kind !== choice.kind };
    },
    wider(choice) {
      return allowedFrom(labelKinds.slice(labelKinds.indexOf(choice.kind) + 1), chosen(choice));
    },
  };
}

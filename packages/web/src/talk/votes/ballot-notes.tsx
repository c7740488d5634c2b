import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { useName } from '../../ui/use-name.ts';
import { useReading } from '../read/reading.ts';
import { directory } from '../read/readings.ts';
import { closesAt, daysLeft, monthOf } from './counts.ts';
import type { Franchise } from './voters.ts';

/** Name of a company of the directory; its id until that has come. */
export function useCompanyName(): (id: string) => string {
  const { data } = useReading(directory);
  const name = useName();
  return (id) => {
    const found = data?.companies.find((company) => company.id === id);
    return found ? name(found.name) : id;
  };
}

function useMonth(): (slot: string) => string {
  const { i18n } = useLingui();
  return (slot) =>
    new Intl.DateTimeFormat(i18n.locale === 'zh' ? 'zh-CN' : 'en-GB', {
      month: 'long',
      timeZone: 'UTC',
    }).format(new Date(`${monthOf(slot)}-15T00:00:00Z`));
}

/** How long the ballot is open, or when it closed. */
export function Closing({ slot }: { slot: string }) {
  const { i18n } = useLingui();
  const days = daysLeft(slot, Date.now());
  if (days > 0) return <Plural value={days} one="closes within a day" other="closes in # days" />;
  const day = new Intl.DateTimeFormat(i18n.locale === 'zh' ? 'zh-CN' : 'en-GB', {
    month: 'long',
    day: 'numeric',
  });
  const date = day.format(new Date(closesAt(slot)));
  return <Trans>closed on {date}</Trans>;
}

/** Why somebody can't vote here, and what to do about it if anything. */
export function WhyNot({
  franchise,
  slot,
  company,
}: {
  franchise: Franchise;
  slot: string;
  company: string | null;
}) {
  const companyName = useCompanyName();
  const month = useMonth()(slot);
  if (franchise === 'visitor') {
    return (
      <p className="text-[0.9rem] text-ink-2">
        <Trans>To vote you need a mask.</Trans>{' '}
        <Link to="/join" className="link inline-flex min-h-11 items-center">
          <Trans>Get your mask</Trans>
        </Link>
      </p>
    );
  }
  if (franchise === 'outsider' && company !== null) {
    const name = companyName(company);
    return (
      <p className="text-[0.9rem] text-ink-2">
        <Trans>Verified colleagues of {name} vote here. Everyone sees what they say.</Trans>
      </p>
    );
  }
  if (franchise === 'late') {
    return (
      <p className="text-[0.9rem] text-ink-2">
        <Trans>
          Whoever was verified in {month} votes here, so that nobody comes back under a new key for a second
          vote. There is no credential of {month} on this device.
        </Trans>
      </p>
    );
  }
  return null;
}

/** What a ballot tells about whoever casts it. */
export function Secrecy({ company }: { company: string | null }) {
  const companyName = useCompanyName();
  const name = company === null ? '' : companyName(company);
  return (
    <details className="text-[0.86rem] text-ink-2">
      <summary className="act cursor-pointer">
        <Trans>What a vote tells</Trans>
      </summary>
      <div className="max-w-[34rem] space-y-2 pt-1 pb-2">
        <p>
          <Trans>
            Nobody, the operator included, can see who voted. Each person counts once, with two jobs or a new
            key as well.
          </Trans>
        </p>
        <p>
          {company === null ? (
            <Trans>
              A vote shows only that somebody verified cast it. It has a name of its own, apart from your mask
              in this thread.
            </Trans>
          ) : (
            <Trans>
              A vote shows that an employee of {name} cast it, and nothing else. It has a name of its own,
              apart from your mask in this thread.
            </Trans>
          )}
        </p>
        <p>
          <Trans>All votes are public with their proofs, so anyone can count again.</Trans>
        </p>
      </div>
    </details>
  );
}

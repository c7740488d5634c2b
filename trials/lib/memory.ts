import { readFileSync } from 'node:fs';
import type { Process } from '../../bench/processes.ts';

/** Memory of a process that is in RAM now, in MB (10^6 bytes); 0 where it has ended. */
export function rssOf({ pid }: Process): number {
  try {
    const text = readFileSync(`/proc/${pid}/status`, 'utf8');
    return (Number(/^VmRSS:\s+(\d+) kB/m.exec(text)?.[1] ?? 0) * 1024) / 1e6;
  } catch {
    return 0;
  }
}

/** Watches how far some processes grow. */
export interface Growth {
  /** The most that any of them grew since the start, in MB, and which it was. */
  stop(): { readonly most: number; readonly words: string };
}

export function watchGrowth(processes: Readonly<Record<string, Process>>): Growth {
  const start = new Map(Object.entries(processes).map(([name, process]) => [name, rssOf(process)]));
  const peak = new Map(start);
  const look = () => {
    for (const [name, process] of Object.entries(processes)) {
      peak.set(name, Math.max(peak.get(name) ?? 0, rssOf(process)));
    }
  };
  const timer = setInterval(look, 200);
  return {
    stop() {
      clearInterval(timer);
      look();
      const grown = [...peak].map(([name, most]) => [name, most - (start.get(name) ?? 0)] as const);
      const words = grown.map(
        ([name, more]) => `${name} ${start.get(name)?.toFixed(0)} + ${more.toFixed(0)}`,
      );
      return { most: Math.max(...grown.map(([, more]) => more)), words: words.join(', ') };
    },
  };
}

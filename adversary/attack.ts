// `node adversary/attack.ts LOOT GUESSES`: the thief. Reads the loot's folder and nothing else, and writes what it says:
// for each post an account, by every reading of every strategy, and the answers to the questions that were asked.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { createDice } from '@teahouse/testbed/dice';
import { accuse } from './attacker/attack.ts';
import { askBallots } from './attacker/ballots.ts';
import { openCase } from './attacker/case.ts';
import { crossContext, type Question } from './attacker/cross.ts';

const [loot, guesses] = process.argv.slice(2);
if (loot === undefined || guesses === undefined) {
  console.error('Usage: node adversary/attack.ts LOOT_DIR GUESSES.json');
  process.exit(2);
}
const found = await openCase(loot);
const asked = path.join(loot, 'questions.json');
const { aliases, ballots } = (
  existsSync(asked) ? JSON.parse(readFileSync(asked, 'utf8')) : { aliases: [], ballots: {} }
) as { aliases: Question[]; ballots: Record<string, Question[]> };
const said = {
  accusations: accuse(found),
  cross: crossContext(found, aliases, createDice(4)),
  ballots: askBallots(found, ballots, createDice(6)),
};
writeFileSync(guesses, JSON.stringify(said));

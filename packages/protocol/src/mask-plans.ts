import { PAPER, type Paint, standingOut } from './mask-paint.ts';
import { both, fill, type MaskShape } from './mask-shape.ts';

/** Outlines of the face. All other parts keep within the narrowest of them. */
export const faces: readonly string[] = [
  'M32 2.5C51 2.5 60.5 15 59.5 34C58.5 54 46 69.5 32 69.5C18 69.5 5.5 54 4.5 34C3.5 15 13 2.5 32 2.5Z',
  'M32 2.5C53 2.5 61.5 17 59.5 36C57.5 51 52 60 44 65.5C38 69.5 26 69.5 20 65.5C12 60 6.5 51 4.5 36C2.5 17 11 2.5 32 2.5Z',
  'M32 2.5C50 2.5 60 13 60 31C60 51 49 64 32 69.5C15 64 4 51 4 31C4 13 14 2.5 32 2.5Z',
  'M32 2.5C44 2.5 52 5 56 12C60 19 60.5 29 59.5 38C58 54 47 69.5 32 69.5C17 69.5 6 54 4.5 38C3.5 29 4 19 8 12C12 5 20 2.5 32 2.5Z',
];

/** How the face is divided, and which colour then lies under forehead, cheeks and jaw. */
export interface Plan {
  readonly shapes: MaskShape[];
  readonly forehead: string;
  readonly cheek: string;
  readonly jaw: string;
}
type PlanPart = (paint: Paint) => Plan;
const plan = (paint: Paint, shapes: MaskShape[], under: Partial<Omit<Plan, 'shapes'>> = {}): Plan => ({
  forehead: paint.ground,
  cheek: paint.ground,
  jaw: paint.ground,
  ...under,
  shapes,
});

/** Plans with the names the craft gives them. */
export const plans: readonly PlanPart[] = [
  // Whole face.
  (p) => plan(p, []),
  // Six tenths: the brow's ground is another, with a stripe down to the nose.
  (p) =>
    plan(
      p,
      [
        fill(
          'M8.5 25C10 12 19 5 32 5C45 5 54 12 55.5 25C48 20.5 39 22.5 32 28C25 22.5 16 20.5 8.5 25Z',
          p.second,
        ),
        fill('M30 5H34L33 27L32 28L31 27Z', p.ground),
      ],
      { forehead: p.second },
    ),
  // Ingot: forehead painted down to the bridge of the nose.
  (p) =>
    plan(
      p,
      [
        fill(
          'M7.5 31C7.5 14 17 5 32 5C47 5 56.5 14 56.5 31C50 26 42 24 38 30C36 33 34 36 32 36C30 36 28 33 26 30C22 24 14 26 7.5 31Z',
          p.first,
        ),
      ],
      { forehead: p.first },
    ),
  // Gate of the cross: a band from crown to lip.
  (p) =>
    plan(
      p,
      [
        fill(
          'M26.5 4.5C30 4 34 4 37.5 4.5C37.5 14 35 23 34.5 32C36.5 40 39.5 45 39 50C35 52 29 52 25 50C24.5 45 27.5 40 29.5 32C29 23 26.5 14 26.5 4.5Z',
          p.first,
        ),
      ],
      { forehead: p.first },
    ),
  // Three tiles: forehead and both cheeks set off.
  (p) =>
    plan(
      p,
      [
        both('M30.7 5C22 5 14 9 10.5 19C18 18.5 25 20.5 30.7 25Z', p.second),
        both('M7.5 43C14 42.5 22 44 26.5 49C26 57 22 61.5 17.5 60C12 57 8.5 50 7.5 43Z', p.second),
      ],
      { forehead: p.second, cheek: p.second },
    ),
  // Butterfly: wings about the eyes.
  (p) =>
    plan(
      p,
      [both('M31 33C27 23 20 15 11 13C7.5 19 6.5 27 7 35C7.5 43 10 49 15 53C22 52 28.5 45 31 37Z', p.first)],
      { cheek: p.first },
    ),
  // Painted jaw.
  (p) =>
    plan(
      p,
      [
        fill(
          'M7 41C13 47 22 50.5 32 50.5C42 50.5 51 47 57 41C54.5 56 45 67.5 32 67.5C19 67.5 9.5 56 7 41Z',
          p.first,
        ),
      ],
      { jaw: p.first },
    ),
  // Temples swept back.
  (p) => plan(p, [both('M7 38C5.8 22 11 11 22 6C19.5 13 20 20 26 28C17 25 11 29 7 38Z', p.first)]),
  // Bean curd: a pale patch over the nose.
  (p) =>
    plan(p, [
      fill(
        'M18 25C25 22.5 39 22.5 46 25C48 34 46 44 42 48.5C37 51.5 27 51.5 22 48.5C18 44 16 34 18 25Z',
        standingOut(p.ground, PAPER, p.second),
      ),
    ]),
  // Broken flower: petals towards the nose from every side.
  (p) =>
    plan(p, [
      both('M31 26C27 18 20 12 12.5 12C15 19 22 25 31 28Z', p.first),
      both('M28 47C22 43 14 43 8 46C12 52 20 53 28 50Z', p.first),
      fill('M32 4.5C35.5 11 35.5 20 32 28C28.5 20 28.5 11 32 4.5Z', p.second),
    ]),
];

import { describe, expect, it } from 'vitest';
import { wouldRefuse } from './would-refuse.ts';

describe('before words are sent', () => {
  it('those that talk would refuse are named, wherever they stand', () => {
    expect(wouldRefuse(['', '他叫王小明，手机号 13812345678'])).toMatchObject({ refusal: 'personal-data' });
    expect(wouldRefuse(['A title', 'Words', 'call 212-555-0143 his number'])?.words).toContain(
      '212-555-0143',
    );
    expect(wouldRefuse(['', 'I will stab you at the gate'])?.refusal).toBe('threat');
  });

  it('ordinary ones, and those that a moderator would only look at, go through', () => {
    expect(wouldRefuse(['A title', 'The canteen is better since last week.'])).toBeNull();
    expect(wouldRefuse(['', 'My manager is an idiot'])).toBeNull();
  });
});

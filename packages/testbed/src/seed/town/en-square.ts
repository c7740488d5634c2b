import type { TownThread } from './types.ts';

/** The square, in English. */
export const enSquare: readonly TownThread[] = [
  {
    room: 'square',
    lang: 'en',
    from: 'northquay',
    daysAgo: 0.35,
    title: 'My manager asked who on the team is "least sticky". What do I answer?',
    text: "One-to-one this morning. He said it lightly, the way you'd ask about lunch. I have four people and every one of them would be hurt by how easily the question came.\n\nI said I'd think about it. I have until Thursday.",
    replies: [
      {
        text: "Answer a different question: what stops working if each person leaves. It's true, it's useful to him, and it doesn't hand him a name.",
        by: 'a',
      },
      {
        text: 'This is what I did. Four columns, no ranking. He never came back for the ranking.',
        to: 0,
        by: 'b',
      },
      {
        text: 'Ask him in writing what the purpose is. People get much more careful when there is a purpose line.',
        by: 'c',
      },
      { text: 'And if he says "just planning"? Because he\'ll say just planning.', to: 2, by: 'op' },
      {
        text: '"Happy to help plan. Which scenario should I plan for?" Keep handing it back, politely.',
        to: 3,
        by: 'c',
      },
      {
        text: 'I was the manager once. I asked exactly that question because I was asked it from above and was too tired to push back. Make it easy for him to push back: give him the reasons he can repeat upstairs.',
        by: 'd',
      },
      { text: 'That is the most generous reading, and probably the right one. Thank you.', to: 5, by: 'op' },
      { text: 'Whatever happens, tell your four people as much as you may, as early as you may.', by: 'e' },
      {
        text: 'Update: sent the four columns. He read it for a long time and said "so, nobody". I said yes, nobody.',
        by: 'op',
      },
      { text: 'Well done.', to: 8, by: 'a' },
      { text: 'I would work for you.', to: 8, by: 'f' },
    ],
  },
  {
    room: 'square',
    lang: 'en',
    from: 'luming',
    daysAgo: 0.9,
    label: 'industry',
    title: 'The kindest thing anyone has done for you at work',
    text: 'I\'ll start. My first week, I broke the nightly build for the whole plant. An older engineer walked over with two teas, sat down and said: "Good. Now you\'ll never be afraid of it again."',
    replies: [
      {
        text: 'A colleague covered my calls for two weeks when my father was dying and told everyone I was "on a migration".',
        by: 'a',
      },
      {
        text: 'Someone wrote my name into the acknowledgements of a patent I had only helped debug.',
        by: 'b',
      },
      { text: 'The cleaner left a note on my desk: "the plant is fine, I water it at weekends".', by: 'c' },
      { text: 'My boss gave back the praise. In front of the board: "That part was not me."', by: 'd' },
      { text: 'We do not do enough of this one.', to: 3, by: 'e' },
      {
        text: 'When I came back from parental leave, my desk had not been moved, my mug was washed and there was a list called "things you can ignore".',
        by: 'f',
      },
      { text: 'Stealing the list idea for a teammate who comes back in January.', to: 5, by: 'op' },
    ],
  },
  {
    room: 'square',
    lang: 'en',
    from: 'xinghe',
    daysAgo: 1.5,
    title: 'Do stay interviews ever change anything?',
    text: 'HR invited twelve of us to talk about "what would make you stay". I\'d like to be honest but I also like my job.',
    poll: {
      options: ['Something small, once', 'Something real', 'Never', 'What is a stay interview?'],
      multiple: false,
      voters: 'everyone',
    },
    replies: [
      {
        text: 'Bring one small, cheap, specific thing. They are allowed to fix small cheap specific things.',
        by: 'a',
      },
      {
        text: 'We asked for a second microwave and got it in a week. We asked for a promotion process and are still waiting.',
        by: 'b',
        from: 'xinghe',
      },
      {
        text: 'The microwave is proof the channel works. Keep pushing the other one through it.',
        to: 1,
        by: 'c',
      },
      {
        text: 'Twelve people in a room is a group. Agree beforehand on two sentences that all twelve of you will say.',
        by: 'd',
      },
      {
        text: 'We did agree on two sentences. You could hear the pen stop at the fifth person.',
        to: 3,
        by: 'op',
      },
    ],
  },
  {
    room: 'square',
    lang: 'en',
    from: 'paperkite',
    daysAgo: 2.4,
    label: 'professional',
    title: 'Four-day week, one year in: what really happened to us',
    text: 'Small studio team, same pay, Fridays off. Honest ledger:\n\n- meetings went from nine a week to four, nobody misses the five\n- one project slipped by three weeks\n- nobody resigned in twelve months, for the first time\n- two of us are less lonely, three are not sure what to do with Fridays',
    replies: [
      { text: 'The last line is why I believe the rest.', by: 'a' },
      { text: 'How did you handle clients who call on Fridays?', by: 'b' },
      {
        text: 'A rota: one person, one Friday in six, and they take the Monday. Clients stopped calling after about a month.',
        to: 1,
        by: 'op',
      },
      { text: 'We tried and it became five days of work in four days of hours. What did you drop?', by: 'c' },
      {
        text: 'Status reports, the second review round, and a "sync" that existed because someone once forgot something in the spring of another year.',
        to: 3,
        by: 'op',
      },
      { text: 'Every organisation has that sync.', to: 4, by: 'd' },
    ],
  },
  {
    room: 'square',
    lang: 'en',
    from: 'yunlu',
    daysAgo: 3.9,
    label: 'alias',
    title: 'How do you tell a good colleague that they are about to burn out?',
    text: 'She answers mail at two in the morning and apologises for the delay. She is the best of us. I have watched one person go down this road and said nothing, and I still think about it.',
    replies: [
      {
        text: "Don't talk about the mail. Ask her to walk with you at lunch, and talk about anything else. Do it three times.",
        by: 'a',
      },
      {
        text: 'Someone said to me: "I noticed, and you don\'t have to explain." It was enough to make me stop.',
        by: 'b',
      },
      {
        text: 'Then make it smaller for her. Take one thing off her list without asking, and tell her after it is done.',
        by: 'c',
      },
      { text: 'All three of these. The order matters too.', to: 2, by: 'd' },
      {
        text: 'We walked. On the third day she said, "I think I\'m not all right." She is taking two weeks.',
        by: 'op',
      },
      { text: 'You did not say nothing this time.', to: 4, by: 'b' },
    ],
  },
  {
    room: 'square',
    lang: 'en',
    from: 'jingzhe',
    daysAgo: 6.1,
    title: 'Visa tied to the employer: what I wish I had known in year one',
    text: "1. Keep your own copies of every filing.\n2. Know your grace period in days, not roughly.\n3. The company's lawyer is the company's lawyer.\n4. Save the fare home. You will negotiate better when you can leave.\n\nPlease add yours.",
    replies: [
      { text: '5. Renewal starts six months before, not when HR remembers.', by: 'a' },
      { text: '6. Ask other holders, not forums. Someone two floors up has done this exact thing.', by: 'b' },
      { text: 'Number 3 should be printed on the badge.', by: 'c' },
      { text: '7. Do not let anyone hold your passport. Not for a day.', by: 'd' },
      { text: 'Added all three. Thank you from whoever reads this in year one.', by: 'op' },
    ],
  },
  {
    room: 'square',
    lang: 'en',
    from: 'qingmai',
    daysAgo: 8.8,
    label: 'professional',
    title: 'I was the one who said the deadline was impossible. I was right. Nobody thanked me.',
    text: 'It slipped by exactly the seven weeks I had said. In the retrospective the finding was that "communication could be improved".',
    replies: [
      {
        text: 'Being right early looks the same as being difficult, until later, when it looks like nothing at all.',
        by: 'a',
      },
      {
        text: 'Put a number and a date in writing next time, then say nothing more. Let the paper be right for you.',
        by: 'b',
      },
      {
        text: 'For what it is worth: thank you. Somebody on your project slept better because they knew that you knew.',
        by: 'c',
      },
      { text: 'That is oddly the sentence I needed.', to: 2, by: 'op' },
    ],
  },
  {
    room: 'square',
    lang: 'en',
    from: 'luming',
    daysAgo: 12.9,
    title: 'Interviewers: what made you hire someone on the spot?',
    text: 'Mine: I asked how he would test a door lock. He got up and went to look at the door.',
    replies: [
      { text: 'She said "I don\'t know", then told me how she would find out by four o\'clock.', by: 'a' },
      {
        text: 'He corrected a mistake in my own question, very kindly, and then answered the question I had meant.',
        by: 'b',
      },
      { text: 'She asked what happened to the last person in the role. Nobody else had asked.', by: 'c' },
      { text: 'And what had happened?', to: 2, by: 'd' },
      {
        text: "They had been right about a deadline. (I read the other thread. It's a small world.)",
        to: 3,
        by: 'c',
      },
    ],
  },
  {
    room: 'square',
    lang: 'en',
    from: 'canghai',
    daysAgo: 18.6,
    label: 'professional',
    title: 'What does your work sound like?',
    text: 'Ours: the bell on the door, paper bags, the kettle at four. On rainy days, umbrellas dripping into the bucket.',
    replies: [
      { text: 'Conveyor belts and one man who whistles the same three bars.', by: 'a', from: 'yunlu' },
      { text: 'Forty mechanical keyboards and nobody speaking.', by: 'b' },
      {
        text: 'A clean room has no sound at all, only your own breath in the hood. I find it peaceful.',
        by: 'c',
        from: 'jingzhe',
      },
      { text: 'The lift announcing every floor in a voice more cheerful than the floor deserves.', by: 'd' },
      {
        text: 'A ward at four in the morning: pumps, slippers, somebody laughing very quietly.',
        by: 'e',
        from: 'qingmai',
      },
      { text: 'Mine hums in B flat. It should not hum.', by: 'f' },
    ],
  },
];

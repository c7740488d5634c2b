/** Words that nearly every text has and that say nothing of what is looked for. */
const words = new Set(
  `a an and any are as at be but by can do does for from get has have how i if in is it its me my no not of on or our she
   he so that the their them there they this to us was we were what when where which who why will with you your
   的 了 吗 呢 吧 啊 呀 嘛 么 是 在 有 和 与 或 也 都 就 还 很 太 不 没 我 你 您 他 她 它 们 这 那 要 去 会 能 请 问 被 把 给 对 从 到
   让 跟 想 谁 哪 几 吧 过 着 得 地 个 又 再 才 可 怎么 怎样 什么 为什么 如何 是否 哪些 哪里 哪个 多少 可以 有没有 请问 大家 一下 一个
   我们 你们 他们 她们 这个 那个 这样 那样 怎么样 怎么办 是不是 能不能 现在 还是 就是 没有 不是 有人 知道 觉得`
    .trim()
    .split(/\s+/),
);

/** Whether a word of a question may be passed over where it has others. */
export const isFunctionWord = (word: string): boolean => words.has(word);

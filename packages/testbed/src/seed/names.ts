/** The people of the town, in the named half. Invented; any likeness is chance. */
export const names: readonly { readonly name: string; readonly locale: 'zh' | 'en' }[] = [
  ...zh('林晚秋 陈知行 周予安 沈青禾 顾南乔 许望舒 宋念一 江浸月 陆川柏 叶疏桐 何牧之 秦若谷 白一舟 温如故'),
  ...zh('程远山 苏雨眠 方既白 谢清欢 罗未央 梁小满 邵云帆 唐知微 韩砚秋 傅兰亭 冯听澜 袁朗月 薛见山 孟夏至'),
  ...zh('田归农 姜半夏 曹闻笛 邓拾光 夏星野 石敬山 钟意林 葛长安 崔北辰 丁小舟'),
  ...en('Maya Lindqvist, Tom Okafor, Priya Raman, Jonas Weber, Elena Duarte, Sam Whitfield, Nadia Haddad'),
  ...en('Oliver Kwan, Hana Novak, Luca Bianchi, Grace Mbeki, Erik Solberg, Ines Costa'),
];

function zh(list: string) {
  return list.split(' ').map((name) => ({ name, locale: 'zh' as const }));
}

function en(list: string) {
  return list.split(', ').map((name) => ({ name, locale: 'en' as const }));
}

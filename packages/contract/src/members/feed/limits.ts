export const feedLimits = {
  postCharacters: 3000,
  commentCharacters: 1200,
  postPictures: 9,
  linkCharacters: 2000,
  /** Of a link's preview, in characters. */
  previewTitle: 160,
  previewWords: 300,
  /** Posts of a page. */
  feedPage: 20,
  commentPage: 30,
  /** Members of a list: who reacted, who is muted. */
  peoplePage: 30,
  /** Days that a post is in the feeds of others. */
  feedDays: 60,
  /** How many of the newest posts of a feed are put in order by more than their day. */
  rankedPosts: 200,
  /** An author with more readers than this is looked for when a feed is read; nobody writes that many rows (decision 20). */
  spreadReaders: 20_000,
} as const;

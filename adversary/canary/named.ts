import type { Resident } from '../town/resident.ts';
import { marks } from './marks.ts';

/** Two people use the named half with marked words: a post, a comment, a note to a request, a page, and every search field. */
export async function useNamedHalf(one: Resident, other: Resident): Promise<void> {
  for (const who of [one, other]) await who.signIn(true);
  const [mine, theirs] = [one.client.members, other.client.members];
  const { post } = await mine.addPost({ body: { text: marks.namedPost } });
  await theirs.addComment({ params: { post: post.id }, body: { text: marks.namedComment } });
  await theirs.askConnection({ params: { member: one.account }, body: { note: marks.namedNote } });
  const { version, audience } = (await mine.ownProfile()).sections.about;
  await mine.editSection({ body: { section: 'about', version, audience, content: marks.namedPage } });
  const query = { q: marks.search };
  for (const { members } of [one.client, other.client]) {
    await members.searchPeople({ query });
    await members.peopleFacets({ query });
    await members.searchCompanies({ query });
    await members.searchPosts({ query });
  }
}

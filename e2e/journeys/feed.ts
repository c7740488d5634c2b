import assert from 'node:assert/strict';
import { accessible, fits } from '../lib/check.ts';
import { shoot } from '../lib/runner.ts';
import type { Person, Town } from './house.ts';

const handleOf = ({ tag }: Town, { name }: Person) => `${name.toLowerCase()}-${tag}`;
const wordsOf = ({ tag }: Town) => `新茶到了，欢迎来坐。New leaves are in. ${tag}`;
const postOf = (town: Town, { page }: Person) =>
  page.locator('article[data-post]').filter({ hasText: wordsOf(town) });
const more = (who: Person, author: Person) =>
  who.page
    .getByRole('button', { name: who.t('More about the post by {name}', { name: author.name }) })
    .first();

async function picture({ page }: Person): Promise<Buffer> {
  const bytes = await page.evaluate(async () => {
    const canvas = new OffscreenCanvas(900, 600);
    const context = canvas.getContext('2d') as OffscreenCanvasRenderingContext2D;
    context.fillStyle = '#cfe0d4';
    context.fillRect(0, 0, 900, 600);
    context.fillStyle = '#3d6b4f';
    context.fillRect(0, 380, 900, 220);
    return [...new Uint8Array(await (await canvas.convertToBlob({ type: 'image/png' })).arrayBuffer())];
  });
  return Buffer.from(bytes);
}

/** A post with a picture is written, and is on top of its author's own feed. Returns its address. */
export async function tell(town: Town, who: Person): Promise<string> {
  const { runner } = town;
  let address = '';
  await runner.must(
    `${who.name} finds an empty feed, and follows somebody who is offered there`,
    async () => {
      await who.go('/home');
      const offered = who.page.locator('[data-begin] [data-member]');
      await offered.first().waitFor();
      // Not everybody who is offered has told something.
      for (const one of await offered.all()) {
        await one.getByRole('button').click();
        await one.getByText(who.t('followed'), { exact: true }).waitFor();
      }
      await accessible(who, 'a feed that begins');
      await fits(who, 'a feed that begins');
      await shoot(who, '79-feed-begins');
      await who.button('Read what they tell').click();
      await who.page.locator('article[data-post]').first().waitFor();
    },
  );

  await runner.must(`${who.name} opens the feed and posts words and a picture`, async () => {
    await who.go('/home');
    await who.page.getByRole('heading', { level: 1 }).waitFor();
    await accessible(who, 'the feed');
    await fits(who, 'the feed');
    await shoot(who, '80-feed');
    await who.button('What is worth telling?').click();
    await who.field('Your post').fill(wordsOf(town));
    await who.page
      .locator('input[type="file"]')
      .setInputFiles({ name: 'tea.png', mimeType: 'image/png', buffer: await picture(who) });
    await who.page.getByRole('img', { name: who.t('Number {n}', { n: '1' }) }).waitFor();
    await accessible(who, 'a post that is written');
    await shoot(who, '81-compose');
    await who.button('Post').click();
    const post = postOf(town, who).first();
    await post.waitFor();
    address = `/p/${await post.getAttribute('data-post')}`;
    const { width } = await post
      .locator('img[src*="/pictures/"]')
      .last()
      .evaluate(async (image: HTMLImageElement) => {
        image.loading = 'eager';
        await image.decode();
        return { width: image.naturalWidth };
      });
    assert.equal(width, 900);
  });
  return address;
}

/** Another one follows, is told why the post is there, reacts and comments; the author hears of it at once. */
export async function answerPost(town: Town, author: Person, other: Person, address: string): Promise<void> {
  const { runner } = town;

  await runner.must(`${other.name} follows ${author.name}, and is told why the post is there`, async () => {
    await other.go(`/in/${handleOf(town, author)}`);
    await other.button('Follow').click();
    await other.button('Unfollow').waitFor();
    const onPage = other.page.locator('[data-section="posts"]');
    await onPage.getByText(wordsOf(town)).waitFor();
    await onPage.scrollIntoViewIfNeeded();
    await shoot(other, '82-posts-of');
    await other.go('/home');
    const post = postOf(town, other);
    await post.waitFor();
    await post.getByText(other.t('Because you follow {author}', { author: author.name })).waitFor();
    await accessible(other, 'a feed with a post');
    await fits(other, 'a feed with a post');
    await shoot(other, '82-feed-followed');
  });

  await runner.must(
    `${other.name} reacts and comments; ${author.name} hears of it without asking`,
    async () => {
      await author.go('/home');
      const post = postOf(town, other);
      await post.getByRole('button', { name: other.t('Insightful') }).click();
      await post.getByRole('button', { name: other.t('Insightful'), pressed: true }).waitFor();
      await post.getByRole('button', { name: other.t('Comment: {comments}', { comments: '0' }) }).click();
      await post.getByLabel(other.t('Your comment')).fill('明天就来。See you tomorrow.');
      await post
        .getByRole('button', { name: other.t('Comment'), exact: true })
        .last()
        .click();
      await post.getByText('See you tomorrow.').waitFor();
      await accessible(other, 'a post with a comment');
      await shoot(other, '83-commented');
      // With the notice that somebody follows.
      await author.page
        .getByText(author.t('{count} new', { count: '3' }))
        .first()
        .waitFor({ state: 'attached' });
    },
  );

  await runner.must(`${author.name} reads the notices, follows one, and replies`, async () => {
    await author.go('/notices');
    await author.page.locator('[data-notice="comment"]').waitFor();
    await author.page.locator('[data-notice="reaction"][data-new="true"]').waitFor();
    await accessible(author, 'the notices');
    await fits(author, 'the notices');
    await shoot(author, '84-notices');
    await author.page.locator('[data-notice="comment"] a').click();
    await author.page.waitForURL(`**${address}`);
    await author.page
      .getByRole('button', { name: author.t('Reply to {name}', { name: other.name }) })
      .click();
    await author.field('Your comment').fill('茶已备好。');
    await author.page
      .locator('form')
      .getByRole('button', { name: author.t('Comment'), exact: true })
      .click();
    await author.page.getByText('茶已备好。').waitFor();
    await accessible(author, 'a post on its page');
    await fits(author, 'a post on its page');
    await shoot(author, '85-post');
  });

  await runner.step(`${author.name} switches a kind of notice off, and edits the post`, async () => {
    const settings = async () => {
      await author.go('/notices');
      if (author.look.size === 'phone') await author.button('Settings of notices').click();
    };
    await settings();
    await accessible(author, 'the settings of notices');
    await shoot(author, '84-notice-kinds');
    const kind = author.page.getByRole('checkbox', { name: author.t('Reactions to your posts') });
    await kind.uncheck();
    await settings();
    await kind.waitFor();
    await author.page.waitForFunction(() => document.querySelector('input[type="checkbox"]:not(:checked)'));
    await kind.check();
    await author.go(address);
    await more(author, author).click();
    await author.page.getByRole('menuitem', { name: author.t('Edit'), exact: true }).click();
    await author.field('Your words').fill(`${wordsOf(town)} (2)`);
    await author.button('Save').click();
    await author.page.getByText(author.t('edited'), { exact: true }).first().waitFor();
  });

  await runner.step(
    `${other.name} reads the newest first, mutes ${author.name}, and takes it back`,
    async () => {
      await other.go('/home');
      await other.button('Newest first').click();
      await postOf(town, other).waitFor();
      await other.go('/home');
      await other.page.getByRole('button', { name: other.t('Newest first'), pressed: true }).waitFor();
      await postOf(town, other).waitFor();
      await more(other, author).click();
      await shoot(other, '86-menu');
      await other.page
        .getByRole('menuitem', { name: other.t('Mute {name}', { name: author.name }), exact: true })
        .click();
      await other.button('Undo').click();
      await postOf(town, other).waitFor();
      await other.button('For you').click();
    },
  );

  await runner.step(
    `${other.name} mutes ${author.name}, and finds the way back among what the feed is made of`,
    async () => {
      await other.go('/home');
      await more(other, author).click();
      await other.page
        .getByRole('menuitem', { name: other.t('Mute {name}', { name: author.name }), exact: true })
        .click();
      await other.button('Undo').waitFor();
      await other.go('/home');
      if (other.look.size === 'phone') await other.button('How your feed is made').click();
      const back = other.page.getByRole('button', {
        name: other.t('Unmute {name}', { name: author.name }),
      });
      await back.waitFor();
      await accessible(other, 'what the feed is made of');
      await fits(other, 'what the feed is made of');
      await shoot(other, '86-muted');
      await back.click();
      await other.page.locator('[data-muted="0"]').waitFor();
      await other.go('/home');
      await postOf(town, other).waitFor();
    },
  );

  await runner.step(`${other.name} follows ${author.name} no longer, and again`, async () => {
    await other.go('/network?view=following');
    await other.page.getByRole('button', { name: other.t('Unfollow {name}', { name: author.name }) }).click();
    await other.page.getByText(other.t('You follow nobody yet')).waitFor();
    await accessible(other, 'whom one follows');
    await shoot(other, '86-following');
    await other.go(`/in/${handleOf(town, author)}`);
    await other.button('Follow').click();
    await other.button('Unfollow').waitFor();
  });
}

/** Whoever has the address reads a post for everyone, also without an account. */
export async function visitPost(town: Town, who: Person, address: string): Promise<void> {
  await town.runner.step(`${who.name} reads the post at its address`, async () => {
    await who.go(address);
    await postOf(town, who).waitFor();
    await who.page.getByText(who.t('Sign in to say something')).waitFor();
    await accessible(who, 'a post as a visitor sees it');
    await fits(who, 'a post as a visitor sees it');
    await shoot(who, '87-post-visitor');
    await who.go('/p/00000000-0000-4000-8000-000000000000');
    await who.page.locator('[data-code="post-unknown"]').waitFor();
    await accessible(who, 'a post that is not there');
  });
}

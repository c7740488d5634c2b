import assert from 'node:assert/strict';
import type { Town } from '../journeys/house.ts';
import type { Person } from '../lib/person.ts';
import {
  animatedGif,
  hugePng,
  polyglotGif,
  profiledJpeg,
  tellingJpeg,
  tellingPng,
  tellTales,
} from './files.ts';
import { colourAt, draw, type Prepared, prepare, prepared } from './parts.ts';

function demandSimple({ file }: Prepared): void {
  assert.equal(file.toString('latin1', 0, 4) + file.toString('latin1', 8, 16), 'RIFFWEBPVP8 ');
  assert.equal(file.readUInt32LE(4), file.length - 8);
  const length = file.readUInt32LE(16);
  assert.equal(20 + length + (length % 2), file.length, 'nothing beside the frame');
  for (const tale of [...tellTales, 'Exif', 'ICC', 'script']) assert.ok(!file.includes(tale), tale);
}

/** What becomes of files, without any page around. */
export async function onTheDevice({ runner }: Town, who: Person): Promise<void> {
  await runner.step('of a picture only its pixels go in: metadata of any kind changes no byte', async () => {
    const jpeg = await draw(who, 'image/jpeg', 640, 480);
    const png = await draw(who, 'image/png', 640, 480);
    const [plainJpeg, plainPng] = [await prepared(who, jpeg), await prepared(who, png)];
    demandSimple(plainJpeg);
    assert.deepEqual(await prepared(who, tellingJpeg(jpeg)), plainJpeg);
    assert.deepEqual(await prepared(who, profiledJpeg(jpeg)), plainJpeg);
    assert.deepEqual(await prepared(who, tellingPng(png)), plainPng);
    assert.deepEqual([plainJpeg.width, plainJpeg.height], [640, 480]);
  });

  await runner.step('a picture taken sideways stands upright', async () => {
    const turned = await prepared(who, tellingJpeg(await draw(who, 'image/jpeg', 640, 480), 6));
    demandSimple(turned);
    assert.deepEqual([turned.width, turned.height], [480, 640]);
    // Turned by a quarter to the right: what was above is on the right.
    const [red = 0, , blue = 0] = await colourAt(who, turned.file, 470, 5);
    assert.ok(red > blue, 'red on the right');
    const [, , left = 0] = await colourAt(who, turned.file, 10, 5);
    assert.ok(left > 100, 'blue on the left');
  });

  await runner.step('a large picture is made smaller, and is within its bytes', async () => {
    const large = await prepared(who, await draw(who, 'image/jpeg', 6000, 4000));
    demandSimple(large);
    assert.deepEqual([large.width, large.height], [1600, 1067]);
    assert.ok(large.file.length <= 300 * 1024);
  });

  await runner.step('what is seen through lies on white, what is blacked out is black', async () => {
    const webp = await draw(who, 'image/webp', 320, 240);
    const cover = { kind: 'rectangle', from: { x: 0, y: 0 }, to: { x: 0.5, y: 1 } };
    const covered = await prepared(who, webp, [cover]);
    assert.ok((await colourAt(who, covered.file, 40, 60)).every((value) => value < 4));
    const clear = await prepared(who, await draw(who, 'image/png', 64, 64, 'clear'));
    assert.ok((await colourAt(who, clear.file, 30, 30)).every((value) => value > 251));
  });

  await runner.step('what is too large, broken or no picture is refused before it is decoded', async () => {
    const png = await draw(who, 'image/png', 64, 64);
    assert.equal(await prepare(who, hugePng(png, 10_000)), 'picture-too-large');
    assert.equal(await prepare(who, hugePng(png, 0x7fffffff)), 'picture-too-large');
    const svg = '<svg xmlns="http://www.w3.org/2000/svg" onload="hit=1"><script>hit=1</script></svg>';
    assert.equal(await prepare(who, Buffer.from(svg)), 'picture-kind');
    assert.equal(await prepare(who, animatedGif(20_000, 1)), 'picture-too-large');
    assert.equal(await prepare(who, png.subarray(0, 60)), 'picture-unreadable');
    assert.equal(await prepare(who, Buffer.alloc(41 * 1024 * 1024)), 'picture-too-large');
  });

  await runner.step('of a film or a file that is a script as well, one still picture is left', async () => {
    for (const file of [animatedGif(64, 100_000), polyglotGif()]) {
      const still = await prepared(who, file);
      demandSimple(still);
      assert.deepEqual([still.width, still.height], [64, 64]);
    }
    assert.equal(await who.page.evaluate(() => Reflect.get(window, 'hit')), undefined);
  });
}

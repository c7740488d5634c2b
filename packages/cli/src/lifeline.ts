// Loaded into each plane before its own code (`node --import`). When the program that started it is killed outright,
// the channel between the two closes, and the plane must not stay behind with an open door and no keeper.
// Linux has a death signal for this as well (plane.ts); this is what works everywhere.
if (process.channel) {
  process.once('disconnect', () => process.kill(process.pid, 'SIGKILL'));
  process.send?.({ type: 'starting', stage: 'program' }); // what follows may take long to load where others load, too
  process.channel.unref(); // must not keep a plane alive that has ended its work
}

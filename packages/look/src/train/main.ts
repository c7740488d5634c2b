// `npm run train [-- --decisions FILE] [-- --report]`: makes the weights anew, or prints what docs/first-look.md says.
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { writeModel } from '../model/file.ts';
import { loadModel } from '../model/load.ts';
import { fit, trainingTexts } from './fit.ts';
import { reportOf, timesOf } from './report.ts';
import { weightsFile } from './sentences.ts';

const { values } = parseArgs({
  args: process.argv.slice(2).filter((word) => word !== '--'),
  options: { report: { type: 'boolean' }, decisions: { type: 'string' } },
});

if (values.report) {
  const model = loadModel();
  console.log(reportOf(model));
  console.log(timesOf(model));
} else {
  const texts = trainingTexts(values.decisions);
  const bytes = writeModel(fit(texts));
  writeFileSync(weightsFile, bytes);
  console.log(`${texts.length} texts, ${bytes.length} bytes of weights.`);
}

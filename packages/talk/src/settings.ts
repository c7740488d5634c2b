import { answerAboutSettings } from '@teahouse/kit/settings-answer';
import { TalkConfigSchema } from './config.ts';

/** A program: what the settings of this plane are, and what is wrong with those in the environment, as JSON. */
process.stdout.write(answerAboutSettings(TalkConfigSchema, process.env));

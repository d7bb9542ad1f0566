/** Output intent (ISO 32000-1, 14.11.5; ISO 19005-3, 6.2.3): all device colours of the print are sRGB. */
import { bytesOf, catalogOf, dict, stream, type Draft } from '../model.ts';
import { srgbProfile } from './icc.ts';

const CONDITION = 'sRGB IEC61966-2.1';

export function addOutputIntent(draft: Draft): void {
  const profile = draft.add(stream({ N: 3 }, srgbProfile()));
  const intent = dict({
    Type: 'OutputIntent',
    S: 'GTS_PDFA1',
    OutputConditionIdentifier: bytesOf(CONDITION),
    Info: bytesOf(CONDITION),
    RegistryName: bytesOf('http://www.color.org'),
    DestOutputProfile: profile,
  });
  catalogOf(draft).set('OutputIntents', [intent]);
}

import { type DataTable, Then } from '@cucumber/cucumber';
import { lookAtGround } from '../simulators/camera/quiet-zone.ts';
import type { Viewing } from '../simulators/web-user/page.ts';
import type { Person } from './support/person.ts';
import type { PairWorld } from './support/world.ts';

Then(
  '(as a check, )the QR code is dark on light, with a light margin of four modules, on each of these screens:',
  async function (this: PairWorld, table: DataTable) {
    const person = await this.person('the user');
    const looks: { fault: string; margin: string }[] = [];
    for (const row of table.hashes()) looks.push(await lookOnScreen(person, row));
    const faults = looks.map(({ fault }) => fault).filter(Boolean);
    const margins = looks.map(({ margin }) => margin);
    await this.observe({
      expected: `dark modules, a light ground, and 4 modules of it on every side, on ${looks.length} screens`,
      seen: faults.join('; ') || `dark on light, with margins of ${margins.join(', ')} modules`,
      holds: looks.length > 0 && faults.length === 0,
    });
  },
);

async function lookOnScreen(person: Person, row: Record<string, string>): Promise<{ fault: string; margin: string }> {
  const viewing = { widthPx: Number(row.width), pixelRatio: Number(row['pixel ratio']), theme: row.theme } as Viewing;
  const screen = `${row.width} px wide, ratio ${row['pixel ratio']}, ${row.theme}`;
  const pixels = await person.web.pageOn(viewing);
  const ground = pixels && (await lookAtGround(pixels));
  if (!ground) return { fault: `no QR code can be read on a screen ${screen}`, margin: 'no' };
  const faults = [
    ...(ground.darkOnLight ? [] : ['light on dark']),
    ...(ground.isQuiet ? [] : [`a margin of ${ground.marginModules} modules`]),
  ];
  const fault = faults.length === 0 ? '' : `${faults.join(' and ')} on a screen ${screen}`;
  return { fault, margin: String(ground.marginModules) };
}

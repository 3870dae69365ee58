// In which order AWS has to be asked, as far as no value says it. The stand-in for the provider makes anything at any time, and takes anything away.
import { globSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { differences, type Facts } from './written-list.ts';

const BLOCK = /^(?:resource "(\w+)" "(\w+)"|module "(\w+)") \{\n([\s\S]*?)^\}/gm;
const DEPENDS = /^ *depends_on += \[([^\]]*)\]/gm;
const LIFECYCLE =
  /^ *(create_before_destroy|ignore_changes|prevent_destroy|replace_triggered_by) += (\[[^\]]*\]|.+)$/gm;

/** What is made after what, and what is made anew before it goes, by module and resource. */
function orderFacts(folder: string): Facts {
  const facts = new Map<string, string[]>();
  for (const file of globSync('**/*.tf', { cwd: folder, exclude: (name) => name === '.terraform' }).toSorted()) {
    const module = dirname(file) === '.' ? 'root' : basename(dirname(file));
    for (const [, type, name, called, body = ''] of readFileSync(join(folder, file), 'utf8').matchAll(BLOCK)) {
      const after = [...body.matchAll(DEPENDS)].flatMap(([, list = '']) => list.split(',').map((one) => one.trim()));
      const own = [
        ...after.filter((one) => one !== '').map((one) => `after ${one}`),
        ...[...body.matchAll(LIFECYCLE)].map(
          ([, setting = '', value = '']) => `${setting} = ${value.replace(/\s+/g, ' ')}`,
        ),
      ];
      const place = called === undefined ? `${module} ${String(type)}.${String(name)}` : `${module} module.${called}`;
      if (own.length > 0) facts.set(place, own.toSorted());
    }
  }
  return facts;
}

/**
 * What differs from order.txt, which gives the reasons, a line each.
 *
 * @param folder terraform/, or a copy of it
 */
export const orderFindings = (folder: string): string[] => differences('order.txt', orderFacts(folder), () => true);

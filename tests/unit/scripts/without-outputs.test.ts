// What Terraform says at its end: a list of seventy outputs hides the sentences that a person needs, a warning must not go with it.
import { text } from 'node:stream/consumers';
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { withoutOutputs } from '../../../scripts/terraform/without-outputs.ts';

const work =
  'aws_x.y: Creating...\naws_x.y: Creation complete after 1s [id=ü]\n\nApply complete! Resources: 1 added.\n';
const outputs =
  '\nOutputs:\n\nenvironment = {\n  "AWS_REGION" = "us-east-1"\n}\nsecrets = <<EOT\n\nx\nEOT\nurl = <sensitive>\n';
const warning = '╷\n│ Warning: Deprecated\n│\n│ Something.\n╵\n';

/** Cut anywhere, within a letter too. */
async function through(said: string, cuts: readonly number[] = []): Promise<string> {
  const bytes = Buffer.from(said);
  const filter = withoutOutputs();
  const shown = text(filter);
  let from = 0;
  for (const cut of [...new Set(cuts)].filter((at) => at < bytes.length).sort((one, other) => one - other)) {
    filter.write(bytes.subarray(from, cut));
    from = cut;
  }
  filter.end(bytes.subarray(from));
  return shown;
}

test.each([
  ['the list is left out', work + outputs, work],
  ['with the line ends of Windows', (work + outputs).replaceAll('\n', '\r\n'), work.replaceAll('\n', '\r\n')],
  ['a warning after it is not', work + outputs + warning, `${work}\n${warning}`],
  ['nor an error before it', warning + work + outputs, warning + work],
  ['a last line without an end', 'Destroy complete!', 'Destroy complete!'],
  ['a resource whose name is like it', 'aws_x.Outputs: Creating...\n', 'aws_x.Outputs: Creating...\n'],
])('%s', async (_, said, shown) => {
  expect(await through(said)).toBe(shown);
});

test('wherever the pieces are cut in which it arrives', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.nat({ max: 300 }), { maxLength: 8 }), async (cuts) => {
      expect(await through(work + outputs + warning, cuts)).toBe(`${work}\n${warning}`);
    }),
  );
});

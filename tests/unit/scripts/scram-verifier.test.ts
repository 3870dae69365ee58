import { createHash, createHmac } from 'node:crypto';
import { expect, test } from '@jest/globals';
import { scramVerifier } from '../../../scripts/database/scram-verifier.ts';

/** The exchange of RFC 7677, section 3: the user "user" with the password "pencil". */
const salt = Buffer.from('W22ZaJ0SNY7soEsUEjb6gQ==', 'base64');
const exchange = [
  'n=user,r=rOprNGfwEbeRWgbNEkqO',
  'r=rOprNGfwEbeRWgbNEkqO%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0,s=W22ZaJ0SNY7soEsUEjb6gQ==,i=4096',
  'c=biws,r=rOprNGfwEbeRWgbNEkqO%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0',
].join(',');
const clientProof = Buffer.from('dHzbZapWIk4jUhN+Ute9ytag9zjfMHgsqmmiz7AndVQ=', 'base64');
const serverSignature = '6rriTRBi23WpRR/wtup+mMhUZUn/dB5nLTJRsjl95G4=';

test('a server that keeps the verifier takes the proof of who knows the password, and can prove itself', () => {
  const [, iterations, kept, storedKey = '', serverKey = ''] =
    /^SCRAM-SHA-256\$(\d+):([^$]+)\$([^:]+):(.+)$/.exec(scramVerifier('pencil', salt)) ?? [];
  expect([iterations, kept]).toEqual(['4096', salt.toString('base64')]);
  const sign = (key: string) => createHmac('sha256', Buffer.from(key, 'base64')).update(exchange).digest();
  expect(sign(serverKey).toString('base64')).toBe(serverSignature);
  // RFC 5802: the proof is the client's key, hidden by a signature with the stored one, which is the client's key hashed.
  const hidden = sign(storedKey);
  const clientKey = clientProof.map((byte, index) => byte ^ (hidden[index] ?? 0));
  expect(createHash('sha256').update(clientKey).digest('base64')).toBe(storedKey);
});

test('nobody finds the password in it', () => {
  expect(scramVerifier('correct horse', salt)).not.toContain('correct');
});

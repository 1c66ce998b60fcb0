// Secrets that are looked for, in every way in which one may be written.
const alphabet = /^[\w-]{43}$/;

const hexOf = (bytes) => [bytes.toString('hex'), bytes.toString('hex').toUpperCase()];

// The characters that are the same wherever the bytes stand in what is encoded.
function base64Of(bytes) {
  return [0, 1, 2].flatMap((before) => {
    const text = Buffer.concat([Buffer.alloc(before), bytes]).toString('base64');
    const end = Math.floor((before + bytes.length) / 3) * 4;
    const whole = text.slice(Math.ceil(before * 4 / 3), end);
    return [whole, whole.replaceAll('+', '-').replaceAll('/', '_')];
  });
}

// A secret as it is, and as base64, hex, part of an address, of JSON, of XML, and in UTF-16. A
// token of ours is also the bytes that it is made of.
export function formsOf(secret) {
  const plain = Buffer.from(secret);
  const encoded = encodeURIComponent(secret);
  const forms = [
    plain, ...hexOf(plain), ...base64Of(plain), encoded, encoded.toLowerCase(),
    encoded.replaceAll('%20', '+'), JSON.stringify(secret).slice(1, -1),
    secret.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;'),
    Buffer.from(secret, 'utf16le'),
  ];
  if (alphabet.test(secret)) {
    const bytes = Buffer.from(secret, 'base64url');
    forms.push(bytes, ...hexOf(bytes), bytes.toString('base64'));
  }
  return forms.map((form) => Buffer.from(form));
}

// The names of the secrets that stand in `bytes`.
export const found = (secrets, bytes) => Object.entries(secrets)
  .filter(([, secret]) => formsOf(secret).some((form) => bytes.includes(form)))
  .map(([name]) => name);

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';

const css = readFileSync(new URL('../../../main/web/addin/tokens.css', import.meta.url), 'utf8');
const [light, dark] = css.split('@media').map((part) => Object.fromEntries(
    [...part.matchAll(/--([a-z-]+): (#[0-9a-f]{6});/g)].map(([, name, colour]) => [name, colour])));

function contrast(one, other) {
    const [a, b] = [one, other].map((hex) => {
        const [r, g, b] = [1, 3, 5]
            .map((at) => parseInt(hex.slice(at, at + 2), 16) / 255)
            .map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
        return 0.2126 * r + 0.7152 * g + 0.0722 * b + 0.05;
    });
    return Math.max(a, b) / Math.min(a, b);
}

const TEXT = ['navy', 'teal', 'amber', 'coral', 'ink', 'muted'];
const PAIRS = [
    ...TEXT.flatMap((text) => [[text, 'surface', 4.5], [text, 'surface-raised', 4.5]]),
    ['on-navy', 'navy', 4.5], ['on-teal', 'teal', 4.5],
    ...['teal', 'amber', 'coral'].flatMap((hue) => [[hue, `${hue}-tint`, 4.5], ['ink', `${hue}-tint`, 4.5]]),
    ['line-strong', 'surface', 3], ['focus', 'surface', 3], ['focus', 'surface-raised', 3],
];

for (const [scheme, tokens] of Object.entries({ light, dark })) {
    test(`every text can be read in the ${scheme} scheme`, () => {
        for (const [front, back, least] of PAIRS) {
            const found = contrast(tokens[front], tokens[back]);
            assert.ok(found >= least, `${front} on ${back}: ${found.toFixed(2)}, needed ${least}`);
        }
    });
}

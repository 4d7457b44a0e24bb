// @ts-check
// A link that carries the sheet: compressed, in the fragment, which a browser never sends to a server.

import { readContent } from './content.js';

const PREFIX = '#sheet=1.';

/** Mail programs and messengers cut links that are longer. */
export const LONGEST_LINK = 30_000;
/** A few kilobytes may unpack to gigabytes; no sheet that fits the limit above needs more than this. */
const LARGEST_SHEET = 4_000_000;

/**
 * @param {import('./content.js').Content} content
 * @returns {Promise<string>} a URL's fragment with its #
 * @throws {Error} with a sentence, if the sheet is too large for a link
 */
export async function fragmentOf(content) {
    const bytes = new Blob([JSON.stringify(content)]).stream();
    const packed = await collect(bytes.pipeThrough(new CompressionStream('deflate-raw')));
    const fragment = PREFIX + toBase64Url(packed);
    if (fragment.length > LONGEST_LINK) {
        const [needed, most] = [fragment.length, LONGEST_LINK].map((length) => length.toLocaleString('en'));
        throw new Error(
            `This sheet is too large for a link: it would need ${needed} characters, and ${most} travel safely. `
            + 'Remove rows that your colleague does not need.',
        );
    }
    return fragment;
}

/**
 * @param {string} fragment
 * @returns {Promise<import('./content.js').Content | undefined>} undefined if the fragment is no shared sheet
 * @throws {Error} with a sentence, if it is one and cannot be read
 */
export async function contentOf(fragment) {
    if (!fragment.startsWith('#sheet=')) return undefined;
    try {
        if (!fragment.startsWith(PREFIX) || fragment.length > LONGEST_LINK) throw new Error('other version');
        const packed = fromBase64Url(fragment.slice(PREFIX.length));
        const bytes = await collect(new Blob([packed]).stream().pipeThrough(new DecompressionStream('deflate-raw')));
        return readContent(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)));
    } catch (cause) {
        throw new Error('This link is damaged or incomplete and cannot be opened. Ask for it again.', { cause });
    }
}

/** @param {ReadableStream<Uint8Array<ArrayBuffer>>} stream @returns {Promise<Uint8Array<ArrayBuffer>>} */
async function collect(stream) {
    /** @type {Uint8Array<ArrayBuffer>[]} */
    const chunks = [];
    let size = 0;
    const reader = stream.getReader();
    for (let { done, value } = await reader.read(); !done; { done, value } = await reader.read()) {
        if (!value) continue;
        size += value.length;
        if (size > LARGEST_SHEET) {
            await reader.cancel();
            throw new Error('too large');
        }
        chunks.push(value);
    }
    return new Uint8Array(await new Blob(chunks).arrayBuffer());
}

/** @param {Uint8Array} bytes */
function toBase64Url(bytes) {
    let text = '';
    for (const byte of bytes) text += String.fromCharCode(byte);
    return btoa(text).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

/** @param {string} text @returns {Uint8Array<ArrayBuffer>} */
function fromBase64Url(text) {
    const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
    return Uint8Array.from(binary, (character) => character.charCodeAt(0));
}

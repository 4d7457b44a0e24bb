import assert from 'node:assert/strict';
import test from 'node:test';
import { meaningOf, quoted, readContent } from '../../../main/web/playground/content.js';
import { LONGEST_LINK, contentOf, fragmentOf } from '../../../main/web/playground/link.js';

/** @type {import('../../../main/web/playground/content.js').Content} */
const content = {
    styles: [{ bold: true, ink: '#12263f' }, { format: '0.0%', align: 'right' }],
    sheets: [
        {
            name: 'Plan für 2027',
            widths: [[0, 150]],
            cells: [
                [0, 0, 'Grüße, 日本, 🙂', 0],
                [1, 0, '=MPM.VARIANCE(120,100)'],
                [1, 1, -0.125, 1],
                [2, 0, true],
                [3, 0, "'=not a formula"],
            ],
        },
    ],
};

/** @param {unknown} data */
async function fragmentHolding(data) {
    return fragmentOf(/** @type {any} */ (data));
}

test('a sheet comes back from its link as it was', async () => {
    const fragment = await fragmentOf(content);
    assert.match(fragment, /^#sheet=1\.[\w-]+$/);
    assert.deepEqual(await contentOf(fragment), content);
});

test('another fragment is no sheet', async () => {
    assert.equal(await contentOf(''), undefined);
    assert.equal(await contentOf('#question'), undefined);
});

test('a damaged link says so', async () => {
    const fragment = await fragmentOf(content);
    for (const broken of ['#sheet=1.', '#sheet=2.abc', '#sheet=1.%%%', fragment.slice(0, -20)]) {
        await assert.rejects(contentOf(broken), /damaged or incomplete/);
    }
});

test('a sheet too large for a link is refused with its size', async () => {
    const cells = Array.from({ length: 9_000 }, (_, row) => [row, 0, `${Math.sin(row)}`]);
    const large = { styles: [], sheets: [{ name: 'S', widths: [], cells }] };
    await assert.rejects(fragmentHolding(large), /too large for a link.*30,000/);
});

test('a link that unpacks to more than a sheet may hold is not unpacked to its end', async () => {
    const fragment = await fragmentHolding({ styles: [], sheets: [], bomb: ' '.repeat(5_000_000) });
    assert.ok(fragment.length < LONGEST_LINK);
    await assert.rejects(contentOf(fragment), /damaged or incomplete/);
});

test('only what a sheet may hold is read: a link may come from anybody', () => {
    const read = readContent({
        styles: [{ bold: true, fill: 'url(https://example.com)', format: 5, evil: {} }],
        sheets: [{ name: 'a/b', widths: [[0, 99_999_999]].slice(1), cells: [[0, 0, 'x', 0]], drawings: {} }],
    });
    const sheets = [{ name: 'a b', widths: [], cells: [[0, 0, 'x', 0]] }];
    assert.deepEqual(read, { styles: [{ bold: true }], sheets });
    for (const bad of [
        null,
        { styles: [], sheets: [] },
        { styles: [], sheets: [{ name: 'S', widths: [], cells: [[-1, 0, 'x']] }] },
        { styles: [], sheets: [{ name: 'S', widths: [], cells: [[0, 0, { p: {} }]] }] },
        { styles: [], sheets: [{ name: 'S', widths: [], cells: [[0, 0, 'x', 3]] }] },
        { styles: [], sheets: [{ name: 'S', widths: [], cells: [[0, 0, `=${'A'.repeat(9_000)}`]] }] },
    ]) {
        assert.throws(() => readContent(bad), /does not hold a sheet/);
    }
});

test('text that looks like a formula stays text', () => {
    for (const text of ['=1+1', "'quoted", 'plain', '’=x']) {
        assert.deepEqual(meaningOf(quoted(text)), { value: text });
    }
    assert.deepEqual(meaningOf('=1+1'), { formula: '=1+1' });
});

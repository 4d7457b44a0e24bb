import assert from 'node:assert/strict';
import test from 'node:test';
import { readArguments } from '../../../main/web/playground/arguments.js';
import { CustomFunctionsError } from '../../../main/web/playground/custom-functions.js';

const scalar = { name: 'scalar', type: 'any' };
const matrix = { name: 'matrix', type: 'any', dimensionality: 'matrix' };
const optional = { name: 'optional', type: 'any', optional: true };
const failed = new CustomFunctionsError('#REF!');

/** @param {object[]} parameters @param {any[]} given */
const single = (parameters, given, errorsPass = true) => {
    const { calls, lifted } = readArguments(/** @type {any} */ (parameters), given, errorsPass);
    assert.equal(lifted, false);
    assert.equal(calls.length, 1);
    return calls[0];
};

test('a blank cell is null and not 0, and so is what is left out', () => {
    assert.deepEqual(single([scalar, optional, optional], [[[null]], undefined]), { values: [null, null, null] });
});

test('a single value is a range of one cell where a range is asked for', () => {
    assert.deepEqual(single([matrix], [5]), { values: [[[5]]] });
    assert.deepEqual(single([scalar], [[[5]]]), { values: [5] });
});

test('text is not converted for type any, and is for a typed parameter', () => {
    assert.deepEqual(single([scalar], ['0012']), { values: ['0012'] });
    assert.deepEqual(single([{ name: 'n', type: 'number' }], ['12.5']), { values: [12.5] });
    assert.deepEqual(single([{ name: 'b', type: 'boolean' }], ['true']), { values: [true] });
    assert.deepEqual(single([{ name: 's', type: 'string' }], [false]), { values: ['FALSE'] });
    const refused = single([{ name: 'n', type: 'number' }], ['ten']);
    assert.ok('error' in /** @type {object} */ (refused));
});

test('an error goes in where functions.json lets it, and is the answer where it does not', () => {
    assert.deepEqual(single([matrix], [[[1, failed]]]), { values: [[[1, failed]]] });
    assert.deepEqual(single([matrix], [[[1, failed]]], false), { error: failed });
});

test('a scalar parameter is lifted over a range, a single row or column repeats', () => {
    const { calls, rows, columns, lifted } = readArguments([scalar, scalar], [[[1], [2]], [[10, 20, 30]]], true);
    assert.deepEqual([rows, columns, lifted], [2, 3, true]);
    assert.deepEqual(
        calls.map((call) => ('values' in call ? call.values : call)),
        [
            [1, 10],
            [1, 20],
            [1, 30],
            [2, 10],
            [2, 20],
            [2, 30],
        ],
    );
});

test('what lies beyond a shorter range is not available, in its cell only', () => {
    const { calls } = readArguments([scalar, scalar], [[[1], [2], [3]], [[1], [2]]], false);
    assert.deepEqual(calls.slice(0, 2), [{ values: [1, 1] }, { values: [2, 2] }]);
    assert.equal(/** @type {any} */ (calls[2]).error.code, '#N/A');
});

test('a repeating parameter takes the rest as one list', () => {
    const parameters = [scalar, { ...matrix, repeating: true }];
    assert.deepEqual(single(parameters, ['a', 1, [[2, 3]]]), { values: ['a', [[[1]], [[2, 3]]]] });
});

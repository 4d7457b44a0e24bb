import assert from 'node:assert/strict';
import test from 'node:test';
import { argumentsToJson, toExcel, toJson } from '../../../main/web/addin/cells.js';
import { CustomFunctions } from './host-stub.mjs';

globalThis.CustomFunctions = CustomFunctions;

test('numbers, text and logicals go as they are, blanks as null', () => {
    assert.deepEqual(toJson([[1, 'a', true], ['', null, undefined]]), [[1, 'a', true], [null, null, null]]);
    assert.deepEqual(['', null, 0, false, 'x'].map(toJson), [null, null, 0, false, 'x']);
});

test('every form in which a host hands over an error is the same error', () => {
    const forms = [
        new CustomFunctions.Error('#DIV/0!'),
        { code: '#DIV/0!', type: 'CustomFunctionError' },
        { type: 'Error', basicType: 'Error', basicValue: '#DIV/0!', errorType: 'Div0' },
    ];
    for (const form of forms) {
        assert.deepEqual(toJson(form), { error: '#DIV/0!' });
        assert.deepEqual(toJson([[1, form]]), [[1, { error: '#DIV/0!' }]]);
    }
    const entity = { type: 'Entity', text: 'Leads', basicType: 'Error', basicValue: '#VALUE!' };
    assert.deepEqual(toJson(entity), { error: '#VALUE!' });
    assert.deepEqual(toJson({ code: 7 }), { error: '#VALUE!' });
});

test('a formatted number is its number, and no figure beyond JSON leaves', () => {
    assert.equal(toJson({ type: 'FormattedNumber', basicType: 'Double', basicValue: 12.5, numberFormat: '0.0' }), 12.5);
    assert.deepEqual([NaN, Infinity].map(toJson), [{ error: '#NUM!' }, { error: '#NUM!' }]);
});

test('arguments left out at the end are not sent; a blank cell within a range is', () => {
    assert.deepEqual(argumentsToJson([1, null, 2, null, undefined]), [1, null, 2]);
    assert.deepEqual(argumentsToJson([1, [['']]]), [1, [[null]]]);
});

test('a single value becomes a matrix where the metadata promises one', () => {
    assert.deepEqual(toExcel({ value: 20 }, true), [[20]]);
    assert.equal(toExcel({ value: 20 }, false), 20);
    assert.deepEqual(toExcel({ value: null }, true), [['']]);
    assert.deepEqual(toExcel({ value: [[1, null]] }, true), [[1, '']]);
});

test('a failed call is thrown with its code and its sentence', () => {
    for (const code of ['#VALUE!', '#N/A', '#DIV/0!', '#NUM!', '#NULL!']) {
        assert.throws(() => toExcel({ error: code, message: 'Why.' }, true), { code, message: 'Why.' });
    }
});

test('an error that Excel cannot return becomes #VALUE! and is named', () => {
    for (const error of ['#REF!', '#NAME?', '#SPILL!', '#CALC!', '#BUSY!']) {
        const message = `An input cell shows ${error}. Mend that cell first.`;
        assert.throws(() => toExcel({ error }, true), { code: '#VALUE!', message });
    }
});

test('failed cells in a spill are errors with their own sentences', () => {
    const value = [[1, { error: '#N/A', message: 'No plan.' }], [NaN, 0]];
    const [[one, two], [three]] = toExcel({ value }, true);
    assert.equal(one, 1);
    assert.ok(two instanceof CustomFunctions.Error);
    assert.deepEqual([two.code, two.message], ['#N/A', 'No plan.']);
    assert.equal(three.code, '#NUM!');
});

test('not a number is #NUM!, and an answer without cells is said to be one', () => {
    assert.throws(() => toExcel({ value: Infinity }, false), { code: '#NUM!' });
    for (const value of [[], [[]]]) {
        assert.throws(() => toExcel({ value }, true), { code: '#N/A', message: /no cells/ });
    }
});

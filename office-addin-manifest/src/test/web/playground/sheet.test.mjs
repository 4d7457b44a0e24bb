import assert from 'node:assert/strict';
import test from 'node:test';
import { CustomFunctionsError, installCustomFunctions } from '../../../main/web/playground/custom-functions.js';
import { readContent } from '../../../main/web/playground/content.js';
import { examples } from '../../../main/web/playground/examples.js';
import { explain } from '../../../main/web/playground/explain.js';
import { readFormula } from '../../../main/web/playground/formula.js';
import { addressOf, areaName, cellName, rangesOf, readArea } from '../../../main/web/playground/ranges.js';

test('cells have the names that Excel gives them', () => {
    const names = [0, 25, 26, 701, 702].map((column) => cellName(9, column));
    assert.deepEqual(names, ['A10', 'Z10', 'AA10', 'ZZ10', 'AAA10']);
    assert.equal(addressOf('Leads', 1, 1), 'Leads!B2');
    assert.equal(addressOf("Dee's plan", 0, 0), "'Dee''s plan'!A1");
});

test('ranges are read from the names that Excel gives them', () => {
    assert.deepEqual(readArea('$B$2:AA10'), { startRow: 1, endRow: 9, startColumn: 1, endColumn: 26 });
    assert.deepEqual(readArea('C10:A9'), { startRow: 8, endRow: 9, startColumn: 0, endColumn: 2 });
    for (const name of ['B2', 'B2:AA10']) assert.equal(areaName(readArea(name) ?? assert.fail(name)), name);
    for (const name of ['', 'B', '2', 'B0', 'B2:', 'B2:C3:D4', 'Plan!B2', 'b2']) assert.equal(readArea(name), undefined);
});

test('runs of cells in a column become one range', () => {
    const cell = (/** @type {number} */ row, /** @type {number} */ column, sheet = 's') => ({ sheet, row, column });
    const cells = [cell(3, 1), cell(1, 1), cell(2, 1), cell(2, 1), cell(5, 1), cell(1, 2), cell(1, 1, 't')];
    assert.deepEqual(rangesOf(cells), [
        { sheet: 's', area: { startRow: 1, endRow: 3, startColumn: 1, endColumn: 1 } },
        { sheet: 's', area: { startRow: 5, endRow: 5, startColumn: 1, endColumn: 1 } },
        { sheet: 's', area: { startRow: 1, endRow: 1, startColumn: 2, endColumn: 2 } },
        { sheet: 't', area: { startRow: 1, endRow: 1, startColumn: 1, endColumn: 1 } },
    ]);
});

test('the functions of a formula, and the argument being typed', () => {
    assert.deepEqual(readFormula('plain (text)'), { names: [], open: undefined });
    assert.deepEqual(readFormula('=mpm.cascade.tree(A1:C9, 100)'), { names: ['MPM.CASCADE.TREE'], open: undefined });
    assert.deepEqual(readFormula('=SUM(MPM.RAG(A1,"a,b(",{1,2;3,4},'), {
        names: ['SUM', 'MPM.RAG'],
        open: { name: 'MPM.RAG', argument: 3 },
    });
    const { open } = readFormula("=MPM.CASCADE('plan (old), new'!A1,(1+2),");
    assert.deepEqual(open, { name: 'MPM.CASCADE', argument: 2 });
});

test('an error is explained by the add-in’s sentence, or by a general one', () => {
    const facts = { address: 'B7', formula: '=MPM.VARIANCE(1,"x")', value: '#VALUE!', findings: [], unknown: [] };
    const error = new CustomFunctionsError('#VALUE!', 'The plan “x” is not a number.');
    assert.deepEqual(explain({ ...facts, findings: [{ id: 'VARIANCE', error, notes: ['A note.'] }] }), {
        heading: 'Why does B7 show #VALUE!?',
        error: 'The plan “x” is not a number.',
        notes: ['A note.'],
    });
    assert.match(explain(facts).error, /wrong type/);
    assert.match(explain({ ...facts, value: '#NAME?', unknown: ['MPM.NOSUCH'] }).error, /^MPM.NOSUCH is no function/);
    assert.match(explain({ ...facts, value: '#SPILL!', inTheWay: 'B9' }).error, /B9 is not empty/);
    assert.equal(explain({ ...facts, value: 20 }).heading, 'What B7 shows');
    assert.equal(explain({ ...facts, formula: '' }).error, '', 'text that somebody typed is no error');
});

test('associate takes one function or a map, without regard to case', () => {
    const scope = /** @type {any} */ ({});
    const functions = installCustomFunctions(scope);
    scope.CustomFunctions.delayInitialization();
    scope.CustomFunctions.associate('one', () => 1);
    scope.CustomFunctions.associate({ TWO: () => 2 });
    assert.deepEqual([...functions.keys()], ['ONE', 'TWO']);
    assert.equal(new scope.CustomFunctions.Error(scope.CustomFunctions.ErrorCode.notAvailable, 'Gone.').code, '#N/A');
});

test('every example is content that a link could carry', () => {
    const all = examples();
    assert.deepEqual(all.map(({ title }) => title), [
        'Plan and actual',
        'A goal down to the teams',
        'A forecast and its range',
        'An empty sheet',
    ]);
    for (const { content } of all) assert.deepEqual(readContent(content), content);
});

import assert from 'node:assert/strict';
import test from 'node:test';
import { callsMpm, typed } from '../../../main/web/addin/formulas.js';
import { metadata } from './host-stub.mjs';

const ids = metadata.functions.map(({ id }) => id);

test('formulas that call MPM are told from those that only mention it', () => {
    const calls = [
        '=MPM.VARIANCE(1,2)', '=1+mpm.cascade.tree(A1:B2,1)', '=_xldudf_MPM_VARIANCE(1,2)',
        '=[2]!_xldudf_MPM_FISCAL(1)', "=SUM('A ''b'''!A1, MPM.FISCAL(1))", '=IF(A1="""", MPM.FISCAL(1), 0)',
    ];
    const others = [
        '="MPM.VARIANCE(1,2)"', "='MPM.VARIANCE(1)'!A1", '=MPM.VARIANCE', '=SUM(1)', 'MPM.VARIANCE(1,2)', '', 7, null,
        '="_xldudf_MPM_VARIANCE(1)"', '=_xldudf_OTHER_VARIANCE(1)',
    ];
    for (const formula of calls) assert.equal(callsMpm(formula), true, formula);
    for (const formula of others) assert.equal(callsMpm(formula), false, String(formula));
});

test('the stored spelling becomes the one that is typed', () => {
    for (const [stored, wanted] of [
        ['=_xldudf_MPM_VARIANCE(120,100)', '=MPM.VARIANCE(120,100)'],
        ['=_xldudf_MPM_CASCADE_TREE(A1:C4,100)', '=MPM.CASCADE.TREE(A1:C4,100)'],
        ['=1+_XLDUDF_mpm_cascade(1,_xldudf_MPM_FISCAL(2))', '=1+MPM.CASCADE(1,MPM.FISCAL(2))'],
        ['=[2]!_xldudf_MPM_VARIANCE(1,2)', '=MPM.VARIANCE(1,2)'],
        ["='[Other plan.xlsx]Sheet 1'!_xldudf_MPM_VARIANCE(1,2)", '=MPM.VARIANCE(1,2)'],
    ]) {
        assert.equal(typed(stored, ids), wanted);
    }
});

test('text, sheet names, unknown functions and other add-ins stay as they are', () => {
    for (const formula of [
        '="_xldudf_MPM_VARIANCE(1)"&A1',
        "='_xldudf_MPM_VARIANCE(1)'!A1",
        '=_xldudf_MPM_UNKNOWN(1)',
        '=_xldudf_OTHER_VARIANCE(1)',
        '=MPM.VARIANCE(1,2)',
    ]) {
        assert.equal(typed(formula, ids), formula);
    }
});

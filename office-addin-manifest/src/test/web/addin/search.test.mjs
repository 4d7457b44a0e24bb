import assert from 'node:assert/strict';
import test from 'node:test';
import { find } from '../../../main/web/addin/search.js';
import { catalogue } from './host-stub.mjs';

const found = (question) => find(question, catalogue.functions).map(({ name }) => name);

test('a question finds its function', () => {
    for (const [question, name] of [
        ['How far are we from plan?', 'VARIANCE'],
        ['split a target', 'CASCADE'],
        ['take the goal down to departments', 'CASCADE.TREE'],
        ['one total for every metric', 'SCORECARD'],
        ['where is the series going', 'FORECAST'],
        ['fiscal period', 'FISCAL'],
        ['forecasting', 'FORECAST'],
    ]) {
        assert.equal(found(question)[0], name, question);
    }
});

test('a name, or its beginning, comes first in any case', () => {
    assert.equal(found('vari')[0], 'VARIANCE');
    assert.equal(found('cascade.tree')[0], 'CASCADE.TREE');
    assert.equal(found('SCORE')[0], 'SCORECARD');
});

test('the words of arguments and columns count as well', () => {
    assert.deepEqual(found('siblings'), ['CASCADE.TREE']);
    assert.equal(found('horizon')[0], 'FORECAST');
});

const described = (name, question, meaning = '') =>
    ({ name, question, factor: 'Analytics', stage: 'PLAN', arguments: [{ name: 'x', meaning }] });

test('the rarer word of a question decides', () => {
    const plans = Array.from({ length: 8 }, (_, i) => described(`PLAN.${i}`, 'plan'));
    const churn = described('X', 'churn');
    assert.equal(find('plan churn', [...plans, churn])[0], churn);
});

test('the words that every question holds do not count', () => {
    const short = described('X', 'Plan against actual.');
    assert.deepEqual(find('what should we do when a plan slips', [short]), [short]);
});

test('what says much less to a question than the best answer is left out', () => {
    const mention = { ...described('MENTION', 'other'), caution: 'It is no forecast.' };
    assert.deepEqual(find('forecast', [mention, described('FORECAST', 'other')]).map(({ name }) => name), ['FORECAST']);
});

test('no question finds everything, and an unknown word nothing', () => {
    assert.deepEqual(found('  '), catalogue.functions.map(({ name }) => name));
    assert.deepEqual(found('xylophone'), []);
    assert.deepEqual(found('xylophone recital tonight plan'), []);
});

import assert from 'node:assert/strict';
import test from 'node:test';
import { calculateAt } from '../../../main/web/addin/service.js';
import { challengeOf, Session } from '../../../main/web/addin/session.js';

const ROOT = new URL('https://mpm.example/');
const TOKENS = 'https://login.example/token';
const OFFER = { required: true, client: 'mpm', scope: 'openid', authorizationEndpoint: 'https://login.example/', tokenEndpoint: TOKENS };

/** A service and a provider: `valid` is the access token that the service takes, `refresh` the one the provider takes. */
function world({ valid = 'a1', refresh = 'r1', issues = {} } = {}) {
    const world = { valid, refresh, issues: { 'the-code': { access_token: 'a1', refresh_token: 'r1' }, ...issues }, asked: [] };
    const json = (body, status = 200) => new Response(JSON.stringify(body), { status });
    world.fetch = async (address, { headers, body } = {}) => {
        if (address.endsWith('/api/v1/sign-in')) return json(OFFER);
        if (address === TOKENS) {
            const asked = Object.fromEntries(body);
            world.asked.push(asked);
            const key = asked.code ?? (asked.refresh_token === world.refresh ? 'refresh' : '');
            return world.issues[key] ? json(world.issues[key]) : json({ error: 'invalid_grant' }, 400);
        }
        world.calls = (world.calls ?? 0) + 1;
        return headers?.Authorization === `Bearer ${world.valid}`
            ? json({ results: [{ value: 20 }], dataVersion: 1 })
            : json({ detail: 'no' }, 401);
    };
    world.session = new Session({ root: ROOT, fetch: world.fetch });
    world.states = [];
    world.session.changed = () => world.states.push(world.session.isSignedIn);
    world.calculate = () => calculateAt('https://mpm.example/api/v1/calculate', { fetch: world.session.fetch })(['{}'], undefined);
    return world;
}

/** The dialog of someone who signs in. */
const consenting = async (address) => {
    const { searchParams } = new URL(address);
    return JSON.stringify({ code: 'the-code', state: searchParams.get('state') });
};

const notSignedIn = (cause) => /not signed in/.test(cause.message) && cause.status === 401;

test('the challenge is that of RFC 7636', async () => {
    const challenge = await challengeOf('dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk');
    assert.equal(challenge, 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM');
});

test('after signing in, every call carries the token', async () => {
    const { session, calculate, asked, states } = world();
    await assert.rejects(calculate(), notSignedIn);
    let shown;
    await session.signIn((address) => consenting((shown = address)));
    assert.deepEqual((await calculate()).results, [{ value: 20 }]);
    assert.deepEqual(states, [true]);
    const [{ code_verifier: verifier, ...exchange }] = asked;
    assert.deepEqual(exchange, {
        grant_type: 'authorization_code',
        client_id: 'mpm',
        code: 'the-code',
        redirect_uri: 'https://mpm.example/addin/sign-in.html',
    });
    assert.equal(new URL(shown).searchParams.get('challenge'), await challengeOf(verifier));
    assert.ok(!shown.includes(verifier));
});

test('a token that ran out is renewed once, for all who wait', async () => {
    const set = world({ issues: { refresh: { access_token: 'a2' } } });
    await set.session.signIn(consenting);
    set.valid = 'a2';
    const replies = await Promise.all([set.calculate(), set.calculate(), set.calculate()]);
    assert.deepEqual(replies.map(({ results }) => results[0].value), [20, 20, 20]);
    assert.deepEqual(set.asked.map((each) => each.grant_type), ['authorization_code', 'refresh_token']);
    set.valid = 'a3';
    set.issues.refresh = { access_token: 'a3' };
    assert.equal((await set.calculate()).results[0].value, 20, 'the refresh token is kept where none came');
});

test('when it cannot be renewed, that is said, and nobody asks again by itself', async () => {
    const set = world({ refresh: 'gone' });
    await set.session.signIn(consenting);
    set.valid = 'another';
    await assert.rejects(set.calculate(), (cause) => /has ended/.test(cause.message) && notSignedIn(cause));
    await assert.rejects(set.calculate(), notSignedIn);
    assert.equal(set.asked.length, 2);
    assert.deepEqual(set.states, [true, false]);
});

test('a renewed token that is refused too is not renewed again', async () => {
    const set = world({ issues: { refresh: { access_token: 'still wrong' } } });
    await set.session.signIn(consenting);
    set.valid = 'another';
    await assert.rejects(set.calculate(), notSignedIn);
    assert.equal(set.asked.length, 2);
    assert.equal(set.calls, 2);
});

test('an answer to another question signs nobody in', async () => {
    const set = world();
    await assert.rejects(set.session.signIn(async () => '{"code":"the-code","state":"forged"}'), /did not begin here/);
    const refusing = async (address) =>
        JSON.stringify({ error: 'access_denied', state: new URL(address).searchParams.get('state') });
    await assert.rejects(set.session.signIn(refusing), /not signed in: access_denied/);
    assert.equal(set.session.isSignedIn, false);
    assert.deepEqual(set.asked, []);
});

test('whoever signs out is signed out', async () => {
    const set = world();
    await set.session.signIn(consenting);
    set.session.signOut();
    await assert.rejects(set.calculate(), notSignedIn);
    assert.deepEqual(set.states, [true, false]);
});

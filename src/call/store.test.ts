import { expect } from '@open-wc/testing';
import { dials, rings } from './testing/fake-happenings.js';
import { initialState } from './state.js';
import { createStore, type Subscriber } from './store.js';

const login = { type: 'USER', user: { loggedIn: true } } as const;

function quietStore() {
  const errors: unknown[] = [];
  return { store: createStore((error) => errors.push(error)), errors };
}

describe('the store', () => {
  it('starts with nothing known, or where it is told to', () => {
    expect(quietStore().store.getState()).to.equal(initialState);
    const start = { ...initialState, user: { loggedIn: true, available: true } };
    expect(createStore(() => undefined, start).getState()).to.equal(start);
  });

  it('calls a new subscriber at once, with the present state', () => {
    const { store } = quietStore();
    store.dispatch(login);
    const told: unknown[] = [];
    store.subscribe((...news) => told.push(news));
    expect(told).to.deep.equal([[store.getState(), undefined, undefined]]);
  });

  it('tells state, previous state and cause of every change', () => {
    const { store } = quietStore();
    const told: unknown[][] = [];
    store.subscribe((...news) => told.push(news));
    store.dispatch(login);
    expect(told[1]).to.deep.equal([store.getState(), initialState, login]);
  });

  const nothing = [
    { type: 'USER', user: { loggedIn: false } },
    { type: 'CONNECTION', connection: 'idle', problem: undefined },
    { type: 'FOCUS', externalCallId: 'nobody' },
    { type: 'CALL', externalCallId: 'nobody', happened: { type: 'CALL_RINGING' } },
  ] as const;
  for (const happened of nothing) {
    it(`is silent when ${happened.type} changes nothing`, () => {
      const { store } = quietStore();
      let calls = 0;
      store.subscribe(() => (calls += 1));
      store.dispatch(happened);
      expect(calls).to.equal(1);
    });
  }

  it('tells no more after unsubscribing', () => {
    const { store } = quietStore();
    let calls = 0;
    const stop = store.subscribe(() => (calls += 1));
    stop();
    store.dispatch(login);
    expect(calls).to.equal(1);
  });

  it('tells no more even if another subscriber ended it during the same news', () => {
    const { store } = quietStore();
    let calls = 0;
    let stop: () => void = () => undefined;
    store.subscribe((_state, previous) => {
      if (previous) stop();
    });
    stop = store.subscribe(() => (calls += 1));
    store.dispatch(login);
    expect(calls).to.equal(1);
  });

  it('isolates a subscriber that throws', () => {
    const { store, errors } = quietStore();
    const error = new Error('of the app');
    let calls = 0;
    store.subscribe((_state, previous) => {
      if (previous) throw error;
    });
    store.subscribe(() => (calls += 1));
    store.dispatch(login);
    expect(calls).to.equal(2);
    expect(errors).to.deep.equal([error]);
  });

  it('isolates one that throws in its very first call', () => {
    const { store, errors } = quietStore();
    const error = new Error('of the app');
    store.subscribe(() => {
      throw error;
    });
    expect(errors).to.deep.equal([error]);
  });

  it('tells every step in order when a subscriber takes one itself', () => {
    const { store } = quietStore();
    store.subscribe(({ calls }, previous) => {
      if (previous && calls.length === 1) store.dispatch(rings('b'));
    });
    const told: number[] = [];
    store.subscribe(({ calls }) => told.push(calls.length));
    store.dispatch(dials('a'));
    expect(told).to.deep.equal([0, 1, 2]);
  });

  it('counts a function that subscribes twice as two', () => {
    const { store } = quietStore();
    let calls = 0;
    const subscriber: Subscriber = () => (calls += 1);
    const stop = store.subscribe(subscriber);
    store.subscribe(subscriber);
    store.dispatch(login);
    expect(calls).to.equal(4);
    stop();
    store.dispatch({ type: 'USER', user: { loggedIn: false } });
    expect(calls).to.equal(5);
  });
});

package dev.countersign.mock.junit;

import java.util.Deque;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.stream.Collectors;

/** The mock of the test that runs in a thread: the innermost where a class's and a test's, or a nested class's, are stacked. */
final class CurrentMock {
    private final Map<Thread, Deque<MockedApi>> running = new ConcurrentHashMap<>();

    /** Makes a mock this thread's own, and returns the thread. */
    Thread enter(MockedApi api) {
        Thread thread = Thread.currentThread();
        running.computeIfAbsent(thread, key -> new ConcurrentLinkedDeque<>()).push(api);
        return thread;
    }

    void leave(MockedApi api, Thread thread) {
        running.computeIfPresent(thread, (key, stack) -> {
            stack.removeFirstOccurrence(api);
            return stack.isEmpty() ? null : stack;
        });
    }

    /** A thread that a test has started itself is not known, but where only one mock is running it must mean that one. */
    MockedApi get() {
        Deque<MockedApi> own = running.get(Thread.currentThread());
        if (own != null) {
            return own.element();
        }
        Set<MockedApi> all = running.values().stream().flatMap(Deque::stream).collect(Collectors.toSet());
        if (all.size() == 1) {
            return all.iterator().next();
        }
        throw new IllegalStateException(
                all.isEmpty()
                        ? "No test with this mock server is running. Ask for it in a test, its set-up, or a field of its"
                                + " instance, not in a static field."
                        : "Several tests are running, and this thread belongs to none of them. Ask in the test's own"
                                + " thread, or take the mock as its parameter: void test(MockedApi mock).");
    }
}

package dev.countersign.mock.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MemoryBudgetTest {
    private final MemoryBudget budget = new MemoryBudget(10_000_000);

    @Test
    void givesAllOrNothing() {
        assertThat(budget.reserve(6_000_000)).isTrue();
        assertThat(budget.reserve(5_000_000)).isFalse();
        assertThat(budget.reserve(4_000_000)).isTrue();
        budget.release(6_000_000);

        assertThat(budget.reserve(6_000_000)).isTrue();
    }

    @Test
    void countsABodyThatGrowsOnce() {
        BodyMemory memory = new BodyMemory(budget);
        assertThat(memory.hold(1_000_000)).isTrue();
        assertThat(memory.hold(4_000_000)).isTrue();
        assertThat(memory.hold(6_000_000)).isFalse();
        memory.release(0);

        assertThat(budget.reserve(10_000_000)).isTrue();
    }

    @Test
    void doesNotCountSmallBodies() {
        assertThat(budget.reserve(10_000_000)).isTrue();

        BodyMemory memory = new BodyMemory(budget);
        assertThat(memory.hold(BodyMemory.FREE)).isTrue();
        assertThat(memory.hold(BodyMemory.FREE + 1)).isFalse();
    }
}

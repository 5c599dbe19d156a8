package dev.countersign.mock.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SummaryTest {
    @Test
    void isTheMiddleOfAnOddNumberOfRoundsAndTheirSpread() {
        assertThat(Summary.of(30, 10, 20)).isEqualTo(new Summary(20, 10, 30, 1));
    }

    @Test
    void isBetweenTheTwoInTheMiddleOfAnEvenNumber() {
        assertThat(Summary.of(4, 1, 3, 2).median()).isEqualTo(2.5);
    }
}

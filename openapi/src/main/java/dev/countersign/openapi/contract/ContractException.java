package dev.countersign.openapi.contract;

import java.util.List;
import java.util.stream.Collectors;

/** A document that cannot be used. The message is made for a terminal: one line per problem. */
public final class ContractException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    public ContractException(List<Problem> problems) {
        super(problems.stream().map(Problem::toString).collect(Collectors.joining(System.lineSeparator())));
        this.problems = List.copyOf(problems);
    }

    /** Every problem that was found, in the order of the document; never empty. */
    public List<Problem> problems() {
        return problems;
    }
}

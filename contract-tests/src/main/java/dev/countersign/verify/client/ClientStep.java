package dev.countersign.verify.client;

import dev.countersign.verify.cases.Additions;
import dev.countersign.verify.pact.PactMockServer;
import dev.countersign.verify.pact.Subject;
import dev.countersign.verify.report.Breach;
import dev.countersign.verify.report.Checks;
import dev.countersign.verify.report.Layer;
import dev.countersign.verify.report.Step;
import java.util.List;

/** The generated client keeps every case of the contract, against Pact's mock server. */
public record ClientStep(Subject subject, ClientCall call) implements Step {
    private static final Layer CLIENT = Layer.ofOperations(
            "client",
            "The generated client makes the documented call, and hands out the documented answer or exception.");
    private static final Layer MORE_FIELDS = Layer.ofOperations(
            "client, more fields", "Fields that the contract does not name pass through the client, both ways.");

    @Override
    public String name() {
        return "client";
    }

    @Override
    public List<Layer> layers() {
        return List.of(CLIENT, MORE_FIELDS);
    }

    @Override
    public void run(Checks checks) {
        PactMockServer server = new PactMockServer(subject.pact());
        subject.cases()
                .forEach(each -> checks.check(
                        CLIENT,
                        each.operation().id(),
                        each.name(),
                        () -> new Breach(
                                        "the client",
                                        each,
                                        call.failures(
                                                server, subject.interactions().of(each), each))
                                .outcome()));
        Additions.of(subject.cases(), subject.samples())
                .forEach(each -> checks.check(
                        MORE_FIELDS,
                        each.operation().id(),
                        each.operation().id(),
                        () -> new Breach(
                                        "the client, with a field that the contract does not name,",
                                        each,
                                        call.failures(
                                                server, subject.interactions().of(each), each))
                                .outcome()));
    }
}

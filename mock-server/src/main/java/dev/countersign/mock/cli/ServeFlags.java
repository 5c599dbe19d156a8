package dev.countersign.mock.cli;

import dev.countersign.mock.MockOptions;
import dev.countersign.mock.choose.Bodies;
import dev.countersign.mock.choose.Refusals;
import dev.countersign.mock.cli.command.Flags;
import dev.countersign.mock.cli.document.Documents;
import dev.countersign.mock.cli.document.Prefixes;
import dev.countersign.mock.cli.log.LogFlags;
import dev.countersign.mock.cli.served.Forwards;
import dev.countersign.mock.cli.served.Journal;
import dev.countersign.mock.cli.served.UpstreamFlags;
import dev.countersign.mock.delivery.DeliveryRule;
import dev.countersign.mock.server.CallbackSender;
import dev.countersign.mock.validate.Strictness;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** The flags of {@code serve}. They follow Prism's, so that a switch is one word. */
record ServeFlags(ParseResult arguments) {
    static CommandSpec addTo(CommandSpec specification) {
        UpstreamFlags.addTo(Documents.addSeveralTo(specification))
                .addOption(Prefixes.option())
                .addOption(Forwards.option());
        StateFlags.addTo(specification);
        LogFlags.addTo(
                specification,
                "How much to print: debug explains every answer, info lists the operations, silent does not.");
        DeliveryFlags.addTo(specification);
        LoginFlags.addTo(specification);
        ConsoleFlags.addTo(specification);
        return ServerFlags.addTo(specification)
                .addOption(
                        Flags.flag(false, "Generate every body anew instead of serving examples.", "-d", "--dynamic"))
                .addOption(Flags.flag(
                        false, "Answer invalid requests with problem details, whatever the contract says.", "--errors"))
                .addOption(Flags.flag(
                        false,
                        "Answer invalid requests as if they were valid, and say what is wrong in a header.",
                        "--forgiving"))
                .addOption(Flags.flag(
                        false,
                        "Refuse query parameters that the document does not have, and keys that JSON repeats.",
                        "--strict"))
                .addOption(Flags.flag(
                        false, "Serve as if the document had no examples.", "--ignoreExamples", "--ignore-examples"))
                .addOption(Flags.flag(
                        true,
                        "Put what is wrong with a request into the contract's own error body.",
                        "--violations-in-body"))
                .addOption(Flags.value(
                        "SEED",
                        String.class,
                        "0",
                        "The seed of generated bodies, and of what comes by chance.",
                        "--seed"))
                .addOption(ServerFlags.multiprocess())
                .addOption(Flags.flag(
                        true,
                        "Accepted: generated bodies have all their optional properties in any case.",
                        "--json-schema-faker-fillProperties"))
                .addOption(OptionSpec.builder("--callbacks")
                        .type(CallbackTargets.class)
                        .arity("0..1")
                        .paramLabel("TARGETS")
                        .defaultValue("none")
                        .fallbackValue("loopback")
                        .description("Send the documented callbacks, and webhooks with POST " + WebhookSender.PATH
                                + "/NAME?url=ADDRESS: none, loopback (to this machine) or anywhere.")
                        .build())
                .addOption(Flags.flag(
                        false, "Keep the last exchanges and show them at " + Journal.PATH + ".", "--journal"))
                .addOption(Flags.value(
                        "DIR",
                        String.class,
                        "",
                        "Write a pact of what is really called into this folder when the server ends; needs --consumer.",
                        "--pact"))
                .addOption(Flags.value("NAME", String.class, "", "Who calls, in the pact of --pact.", "--consumer"))
                .addOption(Flags.flag(true, "Serve the document anew when it changes.", "--watch"))
                .addOption(Flags.flag(
                        false,
                        "Stop when the process that started this one ends, however it ends; for build tools.",
                        "--stop-with-parent"));
    }

    private <T> T get(String name, T preset) {
        return Flags.get(arguments, name, preset);
    }

    LoginFlags login() {
        return new LoginFlags(arguments);
    }

    ConsoleFlags console() {
        return new ConsoleFlags(arguments);
    }

    LogFlags log() {
        return new LogFlags(arguments);
    }

    /** How answers are delivered where nothing else says so. */
    DeliveryRule delivery() {
        return new DeliveryFlags(arguments).rule();
    }

    boolean keepsJournal() {
        return get("--journal", false);
    }

    boolean asksForProcesses() {
        return get("--multiprocess", false);
    }

    /** Which addresses callbacks may go to. */
    enum CallbackTargets {
        none,
        loopback,
        anywhere
    }

    Optional<CallbackSender> callbacks() {
        CallbackTargets targets = get("--callbacks", CallbackTargets.none);
        return targets == CallbackTargets.none
                ? Optional.empty()
                : Optional.of(new CallbackSender(targets == CallbackTargets.anywhere));
    }

    boolean watches() {
        return get("--watch", true);
    }

    boolean stopsWithParent() {
        return get("--stop-with-parent", false);
    }

    MockOptions mockOptions() {
        return new MockOptions(
                new Bodies(get("--dynamic", false), get("--ignoreExamples", false), seed()),
                refusals(),
                get("--strict", false) ? Strictness.STRICT : Strictness.LENIENT);
    }

    private Refusals refusals() {
        if (get("--forgiving", false)) {
            return Refusals.NONE;
        }
        if (get("--errors", false)) {
            return Refusals.PROBLEM_DETAILS;
        }
        return get("--violations-in-body", true) ? Refusals.EXPLAINED : Refusals.AS_DOCUMENTED;
    }

    /** Any text is a seed, a number is itself. */
    long seed() {
        String text = get("--seed", "0");
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException notANumber) {
            return text.hashCode();
        }
    }
}

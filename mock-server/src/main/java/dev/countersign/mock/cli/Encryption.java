package dev.countersign.mock.cli;

import dev.countersign.mock.cli.command.Flags;
import dev.countersign.mock.cli.command.Lifetime;
import dev.countersign.mock.cli.command.Terminal;
import dev.countersign.mock.tls.DevelopmentCertificate;
import dev.countersign.mock.tls.Identity;
import dev.countersign.mock.tls.PemIdentity;
import dev.countersign.mock.tls.UnusableIdentityException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Instant;
import picocli.CommandLine.ParseResult;

/** The flags of HTTPS, and what is printed about it. */
final class Encryption {
    private static final String CERTIFICATE = "--tls-cert";
    private static final String KEY = "--tls-key";

    private Encryption() {}

    private static boolean isGiven(String name, ParseResult arguments) {
        return !Flags.get(arguments, name, "").isEmpty();
    }

    /** That of the files, or a new one for this host. */
    static Identity identity(ParseResult arguments, String host) {
        if (!isGiven(CERTIFICATE, arguments)) {
            if (isGiven(KEY, arguments)) {
                throw Flags.refused(arguments, KEY + " needs the certificate of the key: name it with " + CERTIFICATE);
            }
            return DevelopmentCertificate.make(host);
        }
        try {
            Path certificate = Path.of(Flags.get(arguments, CERTIFICATE, ""));
            String key = Flags.get(arguments, KEY, "");
            return PemIdentity.read(certificate, key.isEmpty() ? certificate : Path.of(key));
        } catch (UnusableIdentityException | InvalidPathException e) {
            throw Flags.refused(arguments, String.valueOf(e.getMessage()));
        }
    }

    /** Says how a client comes to trust the server. */
    static void explain(ParseResult arguments, Identity identity, Terminal terminal, Lifetime lifetime) {
        terminal.say("  certificate SHA-256 " + identity.fingerprint());
        Instant end = identity.chain().get(0).getNotAfter().toInstant();
        if (end.isBefore(Instant.now())) {
            terminal.complain("warning: the certificate of " + CERTIFICATE + " has ended at " + end);
        }
        if (!isGiven(CERTIFICATE, arguments)) {
            publish(identity, terminal, lifetime);
        }
    }

    /** Writes the certificate alone; its key stays in this process. */
    private static void publish(Identity identity, Terminal terminal, Lifetime lifetime) {
        try {
            Path file = Files.createTempFile("countersign-", ".pem");
            lifetime.onEnd(() -> delete(file));
            Files.writeString(file, identity.certificatePem());
            terminal.say("  made for this start; trust it for as long as the server runs: curl --cacert " + file
                    + ", NODE_EXTRA_CA_CERTS=" + file);
        } catch (IOException e) {
            terminal.complain("warning: the certificate cannot be written into the folder of temporary files, so that"
                    + " clients can only be told not to look at it");
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            // It is only a certificate, and the system empties the folder.
        }
    }
}

package dev.countersign.mock.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.ServerSocket;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/** Finds out why an address cannot be listened on, and what to do. */
final class BindFailure {
    private static final int NEXT_PORTS = 100;
    private static final int FIRST_FREE_FOR_ALL = 1024;

    private BindFailure() {}

    static BindException of(ServerSettings settings, Throwable cause) {
        return new BindException(
                "cannot listen on " + settings.host() + ":" + settings.port() + ": " + why(settings), cause);
    }

    private static String why(ServerSettings settings) {
        InetAddress address;
        try {
            address = InetAddress.getByName(settings.host());
        } catch (UnknownHostException e) {
            return "the host name is not known. Choose another with --host.";
        }
        if (!isOurs(address)) {
            return "the host is not an address of this machine. Choose one with --host: " + ours() + ".";
        }
        if (isFree(address, settings.port())) {
            return "the system refuses it. Try again, or choose another port with --port.";
        }
        Optional<String> owner = PortOwner.of(settings.port());
        if (owner.isEmpty() && settings.port() < FIRST_FREE_FOR_ALL) {
            return "the port is in use, or below " + FIRST_FREE_FOR_ALL
                    + " and not permitted. Choose another with --port.";
        }
        OptionalInt next = next(address, settings.port());
        return "the port is in use" + owner.map(name -> " by " + name).orElse("") + ". Choose another with --port"
                + (next.isPresent() ? ", for instance --port " + next.getAsInt() : "")
                + ", or --port 0 for any free one.";
    }

    private static boolean isOurs(InetAddress address) {
        try {
            return address.isAnyLocalAddress()
                    || address.isLoopbackAddress()
                    || NetworkInterface.getByInetAddress(address) != null;
        } catch (SocketException unknown) {
            return true;
        }
    }

    private static String ours() {
        try {
            return NetworkInterface.networkInterfaces()
                    .flatMap(NetworkInterface::inetAddresses)
                    .filter(address -> !address.isLinkLocalAddress())
                    .map(address -> address.getHostAddress().replaceFirst("%.*", ""))
                    .sorted()
                    .collect(Collectors.joining(", "));
        } catch (SocketException unknown) {
            return "127.0.0.1";
        }
    }

    private static OptionalInt next(InetAddress address, int port) {
        for (int next = port + 1; next <= Math.min(port + NEXT_PORTS, 65_535); next++) {
            if (isFree(address, next)) {
                return OptionalInt.of(next);
            }
        }
        return OptionalInt.empty();
    }

    private static boolean isFree(InetAddress address, int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(address, port));
            return true;
        } catch (IOException taken) {
            return false;
        }
    }
}

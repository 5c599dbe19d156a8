package dev.countersign.mock.packaging;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;

/** Ends {@code mvn -Pmock} with one line, before anything is built, when its server could not listen. */
public final class FreePort {
    private static final int HIGHEST = 65_535;

    private FreePort() {}

    /** Arguments: host and port. */
    public static void main(String[] args) {
        String port = args[1];
        if (!port.matches("[0-9]{1,5}") || Integer.parseInt(port) > HIGHEST) {
            throw refusal(
                    "\"" + port + "\" is no port. Give a number up to " + HIGHEST + ": mvn -Pmock -Dmock.port=8080");
        }
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getByName(args[0]), Integer.parseInt(port)));
        } catch (UnknownHostException e) {
            throw refusal("There is no host \"" + args[0] + "\". Name another: mvn -Pmock -Dmock.host=127.0.0.1");
        } catch (IOException e) {
            throw refusal("Port " + port + " of " + args[0] + " is in use or not permitted. Choose another: mvn -Pmock"
                    + " -Dmock.port=" + (port.equals("8080") ? "8081" : "8080"));
        }
    }

    /** Maven shows where an exception comes from, which tells a user nothing here. */
    private static IllegalStateException refusal(String message) {
        IllegalStateException refusal = new IllegalStateException(message);
        refusal.setStackTrace(new StackTraceElement[0]);
        return refusal;
    }
}

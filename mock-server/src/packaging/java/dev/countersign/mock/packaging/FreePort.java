package dev.countersign.mock.packaging;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;

/** Ends {@code mvn -Pmock} with one line when its server cannot listen. */
final class FreePort {
    private FreePort() {}

    /** Arguments: host and port. */
    public static void main(String[] args) {
        int port = number(args[1]);
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getByName(args[0]), port));
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("There is no host " + args[0] + ". Name another: mvn -Pmock -Dmock.host=127.0.0.1");
        } catch (IOException e) {
            throw new IllegalStateException("Port " + port + " of " + args[0]
                    + " is in use or not permitted. Choose another: mvn -Pmock -Dmock.port=" + (port == 8080 ? 8081 : 8080));
        }
    }

    private static int number(String port) {
        if (!port.matches("[0-9]{1,5}") || Integer.parseInt(port) > 65_535) {
            throw new IllegalArgumentException(
                    "\"" + port + "\" is no port. Give a number up to 65535: mvn -Pmock -Dmock.port=8080");
        }
        return Integer.parseInt(port);
    }
}

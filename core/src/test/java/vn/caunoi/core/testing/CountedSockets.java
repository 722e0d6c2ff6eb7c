package vn.caunoi.core.testing;

import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import javax.net.SocketFactory;

/**
 * The sockets of the database driver, which count round trips: something was sent, then something was waited for. The
 * driver makes it by its name, with a name to count under.
 */
public final class CountedSockets extends SocketFactory {
    private static final Map<String, LongAdder> TRIPS = new ConcurrentHashMap<>();

    private final LongAdder trips;

    public CountedSockets(String name) {
        this.trips = tripsOf(name);
    }

    /** The address with these sockets, which count under that name. */
    public static String counted(String url, String name) {
        return url + (url.contains("?") ? "&" : "?") + "socketFactory=" + CountedSockets.class.getName()
                + "&socketFactoryArg=" + name;
    }

    /** Round trips up to now. */
    public static long trips(String name) {
        return tripsOf(name).sum();
    }

    private static LongAdder tripsOf(String name) {
        return TRIPS.computeIfAbsent(name, first -> new LongAdder());
    }

    @Override
    public Socket createSocket() {
        return new Counted(trips);
    }

    @Override
    public Socket createSocket(String host, int port) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress from, int fromPort) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Socket createSocket(InetAddress host, int port) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress from, int fromPort) {
        throw new UnsupportedOperationException();
    }

    private static final class Counted extends Socket {
        private final LongAdder trips;
        private volatile boolean sent;

        Counted(LongAdder trips) {
            this.trips = trips;
        }

        @Override
        public OutputStream getOutputStream() throws IOException {
            return new FilterOutputStream(super.getOutputStream()) {
                @Override
                public void write(byte[] bytes, int from, int length) throws IOException {
                    sent = true;
                    out.write(bytes, from, length);
                }
            };
        }

        @Override
        public InputStream getInputStream() throws IOException {
            return new FilterInputStream(super.getInputStream()) {
                @Override
                public int read(byte[] bytes, int from, int length) throws IOException {
                    if (sent) {
                        sent = false;
                        trips.increment();
                    }
                    return in.read(bytes, from, length);
                }
            };
        }
    }
}

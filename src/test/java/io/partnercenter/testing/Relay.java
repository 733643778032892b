package io.partnercenter.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Passes bytes between clients and a server on loopback, whatever they speak, until its connections
 * come to an end, as through a load balancer that forgets them.
 */
public final class Relay implements AutoCloseable {
  /** How the connections of a relay come to an end. */
  public enum End {
    /** The client is told, as by a server that closes idle connections. */
    CLOSED,
    /** The client is told the hard way. */
    RESET,
    /** The client is told nothing, as by a firewall that forgets connections. */
    SILENT
  }

  private final ServerSocket listener;
  private final int target;
  private final List<Link> links = new CopyOnWriteArrayList<>();
  private final AtomicInteger refusals = new AtomicInteger();

  /** A relay to the server that listens on the port {@code target}. */
  public Relay(int target) throws IOException {
    this.listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    this.target = target;
    start(this::accept);
  }

  public int port() {
    return listener.getLocalPort();
  }

  /** The same address, but through this relay. */
  public URI through(URI server) {
    return URI.create(server.toString().replace(":" + target, ":" + port()));
  }

  /** How many connections there have been. */
  public int connections() {
    return links.size();
  }

  /** How many of them the client has not closed. */
  public long open() {
    return links.stream().filter(link -> !link.isClosed()).count();
  }

  /** Returns when the client has closed all but so many. */
  public void awaitOpen(long most) {
    Background.until(() -> open() <= most);
  }

  /** Ends the connections that there are; new ones work. */
  public void end(End how) throws IOException {
    for (Link link : links) link.end(how);
  }

  /** Returns when a client has sent something over a connection that is silent. */
  public void awaitSwallowed() {
    Background.until(() -> links.stream().anyMatch(link -> link.swallowed));
  }

  /** Closes the next connections as soon as something comes in, so many. */
  public void refuse(int connections) {
    refusals.set(connections);
  }

  private void accept() throws IOException {
    while (true) {
      Socket client = listener.accept();
      client.setTcpNoDelay(true);
      Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
      server.setTcpNoDelay(true);
      Link link = new Link(client, server);
      link.refused = refusals.getAndUpdate(left -> Math.max(0, left - 1)) > 0;
      links.add(link);
      start(link::toServer);
      start(link::toClient);
    }
  }

  private static void start(Step step) {
    Thread thread =
        new Thread(
            () -> {
              try {
                step.run();
              } catch (IOException e) {
                // One side has gone, or the test is over.
              }
            },
            "test-relay");
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() throws IOException {
    listener.close();
    for (Link link : links) link.close();
  }

  /** Something that ends with its connection. */
  @FunctionalInterface
  private interface Step {
    void run() throws IOException;
  }

  private static final class Link {
    private final Socket client;
    private final Socket server;
    private volatile boolean refused;
    private volatile boolean silent;
    private volatile boolean swallowed;
    private volatile boolean leftByClient;

    Link(Socket client, Socket server) {
      this.client = client;
      this.server = server;
    }

    boolean isClosed() {
      return leftByClient || client.isClosed();
    }

    void end(End how) throws IOException {
      silent = true;
      if (how == End.SILENT || client.isClosed()) return;
      if (how == End.RESET) client.setSoLinger(true, 0);
      close();
    }

    void close() throws IOException {
      client.close();
      server.close();
    }

    void toServer() throws IOException {
      try {
        pass(client.getInputStream(), server.getOutputStream());
      } finally {
        leftByClient = true;
        server.close();
      }
    }

    void toClient() throws IOException {
      pass(server.getInputStream(), client.getOutputStream());
      if (!silent) client.close();
    }

    private void pass(InputStream from, OutputStream to) throws IOException {
      byte[] bytes = new byte[16 << 10];
      for (int read = from.read(bytes); read >= 0; read = from.read(bytes)) {
        if (refused) close();
        if (silent) swallowed = true;
        else to.write(bytes, 0, read);
      }
    }
  }
}

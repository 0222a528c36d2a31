package org.yilian.db;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * As whom PostgreSQL runs: as ourselves, but it refuses to run as root. A root server runs it in a
 * user namespace of its own, where it is nobody yet still owns our files; where the system forbids
 * that, under the uid of nobody, which then has to own its files and be let through every parent.
 */
record Account(List<String> prefix, int uid) {
  private static final int NOBODY = 65534;
  private static final List<String> NAMESPACE = List.of("unshare", "-U");
  private static final List<String> ORDINARY =
      List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups");

  /** For our own files in this folder. */
  static Account forFolder(Path folder) throws IOException {
    Path probe = Files.createTempFile(folder, "owner", null);
    int ours = owner(probe);
    Files.delete(probe);
    if (ours != 0) {
      return new Account(List.of(), ours);
    }
    if (Commands.succeeds(with(NAMESPACE, "true"))) {
      return new Account(NAMESPACE, 0);
    }
    if (Commands.succeeds(with(ORDINARY, "test", "-x", folder.toString()))) {
      return new Account(ORDINARY, NOBODY);
    }
    throw new DatabaseFault(
        "PostgreSQL does not run as root: start as an ordinary user, or put the data folder where"
            + " the user nobody may go: "
            + folder);
  }

  /** The command as this account runs it. */
  List<String> running(List<String> command) {
    return with(prefix, command.toArray(String[]::new));
  }

  /** Gives it the whole folder, where an earlier start left it to another owner. */
  void own(Path folder) throws IOException {
    if (owner(folder) == uid) {
      return;
    }
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.toList()) {
        Files.setAttribute(path, "unix:uid", uid, LinkOption.NOFOLLOW_LINKS);
      }
    }
  }

  private static int owner(Path path) throws IOException {
    return (Integer) Files.getAttribute(path, "unix:uid", LinkOption.NOFOLLOW_LINKS);
  }

  private static List<String> with(List<String> prefix, String... command) {
    List<String> whole = new ArrayList<>(prefix);
    whole.addAll(List.of(command));
    return whole;
  }
}

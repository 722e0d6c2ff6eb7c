/** The command line: options, commands, and how a command finds the node that is running. */
@NullMarked
package vn.caunoi.ops.cli;

import org.jspecify.annotations.NullMarked;

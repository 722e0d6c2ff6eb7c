/** Where the processes of each petition stand: read and written by the batch. */
@NullMarked
package vn.caunoi.processes.place;

import org.jspecify.annotations.NullMarked;

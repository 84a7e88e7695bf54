// Standard output of steps, with a count of what was printed.
#ifndef OUTPUT_H
#define OUTPUT_H

/// Makes `stdout` a stream that writes to descriptor 1, a line at a time, and counts.
void count_printed_bytes(void);

/// How many bytes have gone through `stdout`; set it to 0 where a step begins. The values that a step shows carry it,
/// so that lectern can put text and values back in order.
extern long printed_bytes;

#endif

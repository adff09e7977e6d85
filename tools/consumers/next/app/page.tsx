'use client';
import dynamic from 'next/dynamic';

const Phone = dynamic(() => import('./phone'), { ssr: false });

export default function Page() {
  return <Phone />;
}
